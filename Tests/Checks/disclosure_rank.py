"""An attacker with all published figures and linear algebra: can figures of fewer persons than the threshold be had?

Reads what `TreeForge trees` writes, with `--until-leak` no further than needed. From the document it takes only what is shown; from the truth, who is where and
who answered what. Every published figure is taken as exact, which is more than is published.

A figure of a group is a sum over the people of the group who answered. It is a row over columns, one for the own
people of each group and each question. People whose columns are in the same rows cannot be told apart, and every
combination of rows treats them alike: they are a class. So a combination that is about fewer persons than the
threshold needs a class of fewer persons, and it exists if the row of such a class, or of a group of fewer persons,
is a combination of the published rows: if adding it does not raise the rank. Ranks are computed over the field of
2^31 - 1 elements.
"""
import sys

import numpy as np

import lines

PRIME = 2**31 - 1


class Basis:
    """The combinations of rows, kept in echelon form."""

    def __init__(self, rows):
        self.rows = []
        for row in rows:
            self.add(np.array(row, dtype=np.int64))

    def rest(self, row):
        for pivot, known in self.rows:
            if row[pivot]:
                row = (row - row[pivot] * known) % PRIME
        return row

    def add(self, row):
        rest = self.rest(row)
        if rest.any():
            pivot = int(np.flatnonzero(rest)[0])
            self.rows.append((pivot, rest * pow(int(rest[pivot]), -1, PRIME) % PRIME))

    def derives(self, row):
        return not self.rest(np.array(row, dtype=np.int64)).any()


class System:
    """Published sums over cells, a cell being the own people of one group who answered one question."""

    def __init__(self, parents, cells):
        """cells: for each question a list with the number of persons of each group's own people who answered it."""
        self.below = [{group} for group in range(len(parents))]
        for group in reversed(range(len(parents))):
            if parents[group] is not None:
                self.below[parents[group]] |= self.below[group]
        self.cells = cells
        self.columns = [(q, g) for q, own in enumerate(cells) for g, n in enumerate(own) if n > 0]
        self.rows = set()

    def publish(self, group, questions):
        """A sum over the answers of a group to these questions together."""
        self.rows.add(self.vector(questions, self.below[group]))

    def vector(self, questions, groups):
        return tuple(int(q in questions and g in groups) for q, g in self.columns)

    def persons(self, vector, question):
        return sum(self.cells[q][g] for (q, g), one in zip(self.columns, vector) if one and q == question)

    def derived(self, threshold):
        """What is about fewer persons than the threshold and follows from what is published."""
        rows = sorted(self.rows)
        classes = {}
        for column, (question, _) in enumerate(self.columns):
            pattern = (question, *(row[column] for row in rows))
            classes.setdefault(pattern, set()).add(column)
        targets = set()
        for (question, *pattern), members in classes.items():
            vector = tuple(int(column in members) for column in range(len(self.columns)))
            if any(pattern) and self.persons(vector, question) < threshold:
                targets.add(vector)
        for question in range(len(self.cells)):
            for groups in self.below:
                vector = self.vector({question}, groups)
                if 0 < self.persons(vector, question) < threshold:
                    targets.add(vector)
        if not targets:
            return []
        basis = Basis(rows)
        return [vector for vector in targets if basis.derives(vector)]


def shown_themes(document, names):
    """For each group the theme figures that the document shows of it, by theme."""
    places = {name: place for place, name in enumerate(names)}
    yield 0, {theme["id"]: theme for theme in document["themes"] if theme["shown"]}
    for unit in document["units"]:
        yield places[unit["path"][-1]], {theme["id"]: theme for theme in unit["themes"] if theme["shown"]}


def own_counts(truth, answered):
    counts = [0] * len(truth["groups"])
    for person, is_counted in zip(truth["people"], answered):
        counts[person["group"]] += bool(is_counted)
    return counts


def leaks(line):
    """How many rows of too few persons follow, over all themes and the response."""
    document, truth = line["document"], line["truth"]
    threshold = truth["threshold"]
    parents = [group.get("parent") for group in truth["groups"]]
    shown = dict(shown_themes(document, [group["name"] for group in truth["groups"]]))
    found = 0
    for theme, answers in lines.by_theme(truth):
        questions = range(len(theme["items"]))
        items = System(parents, [own_counts(truth, [row[q] is not None for row in answers]) for q in questions])
        scores = System(parents, [own_counts(truth, [lines.has_score(theme, row) for row in answers])])
        ids = [item["id"] for item in theme["items"]]
        for group, themes in shown.items():
            if theme["id"] not in themes:
                continue
            scores.publish(group, {0})
            items.publish(group, set(questions))
            for item in themes[theme["id"]]["items"]:
                items.publish(group, {ids.index(item["id"])})
        found += len(items.derived(threshold)) + len(scores.derived(threshold))
    return found + response_leaks(document, truth, parents, threshold)


def response_leaks(document, truth, parents, threshold):
    """The same for how many took part; the whole is always told, and so is no secret when it is small."""
    took_part = own_counts(truth, [any(a is not None for a in p["answers"]) for p in truth["people"]])
    if sum(took_part) < threshold:
        return sum(unit["n"] is not None for unit in document["units"])
    system = System(parents, [took_part])
    system.publish(0, {0})
    places = {group["name"]: place for place, group in enumerate(truth["groups"])}
    for unit in document["units"]:
        if unit["n"] is not None:
            system.publish(places[unit["path"][-1]], {0})
    return len(system.derived(threshold))


def main():
    trees, leaking, shown = 0, [], 0
    for number, line in lines.read():
        trees += 1
        shown += sum(theme["shown"] for unit in line["document"]["units"] for theme in unit["themes"])
        if leaks(line):
            leaking.append(number)
            if "--until-leak" in sys.argv:
                break
    which = f", first {leaking[:5]}" if leaking else ""
    print(f"{trees} trees, {shown} themes of groups shown, {len(leaking)} trees leak{which}")
    # Not 1, with which Python ends when it stumbles. A check that saw nothing shown has shown nothing.
    return 3 if leaking else 2 if not shown else 0


if __name__ == "__main__":
    sys.exit(main())
