"""Computes every published figure again from the answers, with fractions, by the written rule of precision.

Reads what `TreeForge trees` writes. A figure that is more precise than the rule allows, rounded otherwise, missing,
or told with another bound is an error, and so is a reason for hiding that the counts do not bear out.
"""
import sys
from fractions import Fraction
from math import floor, sqrt

import lines

KINDS = ["unfavourable", "neutral", "favourable"]


def rounded(value, step):
    """To the nearest multiple of the step; halves go up."""
    return floor(value / step + Fraction(1, 2)) * step


def told(value, bound):
    return {"value": float(value), "bound": bound}


def count(n, is_whole):
    return told(n, "exact") if is_whole else told(rounded(Fraction(n), 5), "about")


def mean(values, low, high):
    n, extent = len(values), high - low
    steps = [Fraction(extent, 4) * step for step in (Fraction(1, 10), Fraction(1, 5), Fraction(1, 2), 1)]
    step = next((step for step in steps if n * step >= extent), None)
    if step is None:
        return None
    point = rounded(sum(values, Fraction(0)) / n - low, step)
    if point >= extent:
        return told(high - step, "at-least")
    return told(low + step, "at-most") if point <= 0 else told(low + point, "about")


def share(part, step):
    percent = rounded(part, step)
    if percent <= 5:
        return told(5, "at-most")
    return told(95, "at-least") if percent >= 95 else told(percent, "about")


def distribution(values, persons, theme):
    """The parts of the answers; kinds that the scale does not have are not told."""
    step = next((step for step in (1, 2, 5) if persons * step >= 100), None)
    if step is None:
        return None
    kinds = [theme["kinds"][value - theme["minimum"]] for value in values]
    parts = {kind: Fraction(100 * kinds.count(kind), len(kinds)) for kind in KINDS if kind in theme["kinds"]}
    shares = {kind: share(part, step) for kind, part in parts.items()}
    if any(one["bound"] != "about" for one in shares.values()):
        shares = {kind: share(part, 5) for kind, part in parts.items()}
    return {kind: shares.get(kind) for kind in KINDS}


class Audit:
    def __init__(self):
        self.figures = 0
        self.wrong = []
        # Themes to which nobody at all gave an answer.
        self.unanswered = set()

    def same(self, what, published, expected):
        self.figures += 1
        if published != expected:
            self.wrong.append(f"{what}: {published} is not {expected}")

    def figures_of(self, what, published, scores, answers, persons, theme):
        parts = distribution(answers, persons, theme)
        self.same(f"{what} n", published["n"], count(len(scores), False))
        self.same(f"{what} mean", published["mean"], mean(scores, theme["minimum"], theme["maximum"]))
        self.same(f"{what} distribution", published["distribution"], parts)
        self.same(f"{what} favourable", published["favourable"], parts and parts["favourable"])

    def theme(self, what, published, theme, rows, threshold, is_whole):
        """rows: the turned answers to the theme of all people of the group."""
        scores = [score(row) for row in rows if lines.has_score(theme, row)]
        columns = [[row[q] for row in rows if row[q] is not None] for q in range(len(theme["items"]))]
        counts = [len(scores)] + [len(column) for column in columns]
        if is_whole and max(counts) == 0:
            self.unanswered.add(published["id"])
        is_told = is_whole or published["id"] in self.unanswered
        self.same(
            f"{what} reason", published["reason"], reason(counts, threshold, published["reason"], is_whole, is_told))
        self.same(f"{what} shown", published["shown"], published["reason"] == "shown")
        if not published["shown"]:
            hidden = {key for key, value in published.items() if value} - {"id", "reason"}
            self.same(f"{what} hidden", hidden, set())
            return
        pooled = [answer for column in columns for answer in column]
        self.figures_of(what, published, scores, pooled, min(counts), theme)
        self.same(f"{what} sd", published["sd"], deviation(scores, theme) if is_whole else None)
        self.same(f"{what} alpha", published["alpha"], alpha(rows) if is_whole else None)
        self.same(f"{what} items", [item["id"] for item in published["items"]], [i["id"] for i in theme["items"]])
        for item, column in zip(published["items"], columns):
            answers = [Fraction(answer) for answer in column]
            self.figures_of(f"{what} {item['id']}", item, answers, column, len(column), theme)


def score(row):
    answers = [answer for answer in row if answer is not None]
    return Fraction(sum(answers), len(answers))


def reason(counts, threshold, given, is_whole, is_told):
    """What the counts ask for; below the whole it is not told why, and only a group that is large enough may be shown."""
    if is_told and max(counts) == 0:
        return "no-answers"
    if min(counts) < threshold:
        return "too-few" if is_whole else "hidden"
    return "shown" if is_whole or given != "hidden" else "hidden"


def deviation(scores, theme):
    n = len(scores)
    if n < 100:
        return None
    middle = sum(scores) / n
    spread = sqrt(sum((one - middle) ** 2 for one in scores) / (n - 1))
    step = Fraction(theme["maximum"] - theme["minimum"], 40)
    point = rounded(Fraction(spread), step)
    return told(4 * step, "at-most") if point <= 4 * step else told(point, "about")


def variance(values):
    middle = Fraction(sum(values), len(values))
    return sum((value - middle) ** 2 for value in values) / (len(values) - 1)


def alpha(rows):
    """Cronbach's alpha of the people who answered every item, to two decimals."""
    complete = [row for row in rows if None not in row]
    k = len(complete[0]) if complete else 0
    if k < 2 or len(complete) < 100:
        return None
    total = variance([sum(row) for row in complete])
    parts = sum(variance(column) for column in zip(*complete))
    if total == 0:
        return None
    value = Fraction(k, k - 1) * (1 - parts / total)
    # Of an alpha below nothing a half goes away from nothing.
    return told((1 if value >= 0 else -1) * rounded(abs(value), Fraction(1, 100)), "about")


def inside(groups):
    """For each group the positions of itself and all below it."""
    below = [{place} for place in range(len(groups))]
    for place in reversed(range(len(groups))):
        if groups[place].get("parent") is not None:
            below[groups[place]["parent"]] |= below[place]
    return below


def main():
    audit = Audit()
    for number, line in lines.read():
        document, truth = line["document"], line["truth"]
        below, people = inside(truth["groups"]), truth["people"]
        places = {group["name"]: place for place, group in enumerate(truth["groups"])}
        took_part = sum(any(answer is not None for answer in person["answers"]) for person in people)
        audit.same(f"tree {number} respondents", document["respondents"], count(took_part, True))
        audit.same(f"tree {number} units", {u["path"][-1] for u in document["units"]}, set(places) - {"g0"})
        themes = list(lines.by_theme(truth))
        for group, published in [(0, document["themes"])] + [
            (places[unit["path"][-1]], unit["themes"]) for unit in document["units"]
        ]:
            for (theme, answers), one in zip(themes, published, strict=True):
                rows = [row for person, row in zip(people, answers) if person["group"] in below[group]]
                what = f"tree {number} group {group} {theme['id']}"
                audit.theme(what, one, theme, rows, truth["threshold"], group == 0)
    for wrong in audit.wrong[:10]:
        print(wrong, file=sys.stderr)
    print(f"{audit.figures} published figures computed again, {len(audit.wrong)} differ")
    return 1 if audit.wrong or audit.figures < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
