"""What `bin/bench` says of its figures: timings are asserted nowhere, but that one is over its promise is told."""

import pytest

from Bench.promises import PROMISES, is_over, last_line

ABOUT = "twice as many answers take, times"


@pytest.mark.parametrize("name, median, over", [
    ("submission p99, ms", 20.0, False), ("submission p99, ms", 20.004, False), ("submission p99, ms", 20.01, True),
    ("submissions a second", 6_000, False), ("submissions a second", 5_999, True),
    ("figures of 100,000 × 60 × 500, s", 0.31, True), ("figures of 100,000 × 60 × 500, s", 0.1, False),
    (ABOUT, 2.2, False), (ABOUT, 2.3, True), (ABOUT, 1.5, False), ("pages", 1_000_000, False),
])
def test_a_figure_is_over_where_it_breaks_its_promise(name, median, over):
    assert is_over(name, median) is over


def test_every_promise_can_be_broken():
    for name, promise in PROMISES.items():
        assert is_over(name, 0 if promise.startswith("≥") else 1_000_000), name


def test_the_last_line_counts_and_names_what_is_over():
    assert last_line({"submission p99, ms": 25, "pages": 3}) == "over: 1 of 1 promises (submission p99, ms)"
    assert last_line({"submission p99, ms": 5, "submissions a second": 7_000}) == "over: 0 of 2 promises"
