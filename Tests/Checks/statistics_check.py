"""Compares the figures of Statistics with those of NumPy and SciPy, computed here from the same answers, to 1e-9.

Reads what `TreeForge tables` writes. Nothing of the program is used: reversal, scores and alpha are done again.
"""
import math
import sys

import numpy as np
from scipy import stats

import lines

TOLERANCE = 1e-9


class Comparison:
    def __init__(self):
        self.figures = 0
        self.wrong = []

    def same(self, what, ours, theirs):
        """Takes note of a figure; no figure (None) is the same as none or not a number."""
        self.figures += 1
        if theirs is None or not math.isfinite(theirs):
            agrees = ours is None
        else:
            agrees = ours is not None and abs(ours - theirs) <= TOLERANCE * max(1, abs(theirs))
        if not agrees:
            self.wrong.append(f"{what}: {ours} is not {theirs}")


def mean(values):
    return float(np.mean(values)) if len(values) else None


def deviation(values):
    return float(stats.tstd(values)) if len(values) > 1 else None


def alpha(table):
    """Cronbach's alpha from the covariance matrix of the complete cases."""
    if table.shape[1] < 2 or table.shape[0] < 2:
        return None
    matrix = np.cov(table, rowvar=False, ddof=1)
    whole = matrix.sum()
    if math.isclose(whole, 0, abs_tol=1e-12):
        return None
    k = table.shape[1]
    return k / (k - 1) * (1 - np.trace(matrix) / whole)


def check_theme(place, table, theme, ours, comparison):
    table = np.array(table, dtype=float).reshape(-1, len(theme["items"]))
    enough = (~np.isnan(table)).sum(axis=1) >= max(1, theme["share"] * len(theme["items"]) - 1e-9)
    scores = np.full(len(table), np.nan)
    scores[enough] = np.nanmean(table[enough], axis=1) if enough.any() else []
    present = scores[enough]
    complete = table[~np.isnan(table).any(axis=1)]
    comparison.same(f"{place} n", ours["n"], len(present))
    comparison.same(f"{place} mean", ours.get("mean"), mean(present))
    comparison.same(f"{place} sd", ours.get("deviation"), deviation(present))
    comparison.same(f"{place} complete", ours["complete"], len(complete))
    comparison.same(f"{place} alpha", ours.get("alpha"), alpha(complete))
    for column, item in enumerate(ours["items"]):
        answers = table[:, column][~np.isnan(table[:, column])]
        comparison.same(f"{place} item {column} n", item["n"], len(answers))
        comparison.same(f"{place} item {column} mean", item.get("mean"), mean(answers))
        comparison.same(f"{place} item {column} sd", item.get("deviation"), deviation(answers))
    return scores


def check_pairs(place, scores, pairs, comparison):
    ours = {(pair["first"], pair["second"]): pair for pair in pairs}
    for first in range(len(scores)):
        for second in range(first + 1, len(scores)):
            both = ~np.isnan(scores[first]) & ~np.isnan(scores[second])
            x, y = scores[first][both], scores[second][both]
            pair = ours.pop((first, second), {})
            if len(x) < 2:
                comparison.same(f"{place} pair", pair.get("n"), None)
                continue
            comparison.same(f"{place} pair n", pair.get("n"), len(x))
            comparison.same(f"{place} covariance", pair.get("covariance"), float(np.cov(x, y, ddof=1)[0, 1]))
            varies = np.ptp(x) > 1e-12 and np.ptp(y) > 1e-12
            r = stats.pearsonr(x, y).statistic if varies else None
            comparison.same(f"{place} r", pair.get("correlation"), r)


def main():
    comparison = Comparison()
    for number, line in lines.read():
        scores = []
        for place, ((theme, answers), ours) in enumerate(zip(lines.by_theme(line["truth"]), line["themes"])):
            table = [[math.nan if answer is None else answer for answer in row] for row in answers]
            scores.append(check_theme(f"table {number} theme {place}", table, theme, ours, comparison))
        check_pairs(f"table {number}", scores, line["pairs"], comparison)
    for wrong in comparison.wrong[:10]:
        print(wrong, file=sys.stderr)
    print(f"{comparison.figures} figures compared, {len(comparison.wrong)} differ")
    return 1 if comparison.wrong or comparison.figures < 1000 else 0


if __name__ == "__main__":
    sys.exit(main())
