"""What Weefsel promises, and whether a median keeps to it. It is told, and nothing fails by it: machines differ."""

PROMISES = {
    "submissions a second": "≥ 6,000",
    "submission p99, ms": "≤ 20",
    "answering page, requests a second": "≥ 20,000",
    "answering page with all it loads, KB": "≤ 40",
    "figures of 100,000 × 60 × 500, s": "≤ 0.3",
    "figures memory, MB": "≤ 150",
    "twice as many answers take, times": "≈ 2",
    "report of the whole, p99, ms": "≤ 20",
    "report of a branch of 200, p99, ms": "≤ 20",
    "figures of a million, memory, MB": "≤ 600",
    "ten times as many answers take, times": "≤ 11",
    "start to ready, s": "≤ 0.4",
    "memory at rest, MB": "≤ 60",
    "slowest page p99, ms": "≤ 15",
    "workbook and both tables, s": "≤ 0.5",
    "report of a file of 100,000, s": "≤ 2.5",
    "its memory, MB": "≤ 250",
    "ten times as large a file takes, times": "≤ 11",
    "the memory of that, MB": "≤ 400",
    "meanwhile /livez p99, ms": "≤ 50",
    "raw answers of 100,000 × 42, s": "≤ 1",
    "raw answers, memory, MB": "≤ 150",
    "staff of 50,000 from CSV, looked at, s": "≤ 3",
    "staff of 50,000 from a workbook, looked at, s": "≤ 6",
    "staff of 50,000 carried out, s": "≤ 3",
    "1,000 of them moved, carried out, s": "≤ 3",
    "messages handed in a second": "≥ 300",
    "search among 50,000, p99, ms": "≤ 60",
    "memory of that list at most, MB": "≤ 200",
    "next slide, slowest, ms": "≤ 50",
    "slides with all they load, KB": "≤ 120",
}
# By how much a figure may be more than one that is promised to be about so.
ABOUT = 1.1


def is_over(name: str, median: float) -> bool:
    """Whether it breaks its promise, read as it is printed; what is not promised never does."""
    if name not in PROMISES:
        return False
    sign, number = PROMISES[name].split()
    promised, figure = float(number.replace(",", "")), round(median, 2)
    return {"≤": figure > promised, "≥": figure < promised, "≈": figure > promised * ABOUT}[sign]


def last_line(medians: dict[str, float]) -> str:
    promised = [name for name in medians if name in PROMISES]
    over = [name for name in promised if is_over(name, medians[name])]
    return f"over: {len(over)} of {len(promised)} promises" + (f" ({'; '.join(over)})" if over else "")
