"""Lines of JSON that TreeForge writes: what is published of an organisation, and what is true of it."""
import json
import sys


def read():
    """Each line of standard input, with its number."""
    for number, line in enumerate(sys.stdin):
        yield number, json.loads(line)


def turned(theme, answers):
    """A person's answers to a theme after reversal, None where there is none."""
    return [
        None if answer is None else theme["minimum"] + theme["maximum"] - answer if item["reversed"] else answer
        for item, answer in zip(theme["items"], answers)
    ]


def has_score(theme, answers):
    """Whether enough of the theme was answered for a score."""
    answered = sum(answer is not None for answer in answers)
    return answered > 0 and answered >= theme["share"] * len(theme["items"]) - 1e-9


def by_theme(truth):
    """Each theme with the turned answers of every person, in order."""
    start = 0
    for theme in truth["themes"]:
        end = start + len(theme["items"])
        yield theme, [turned(theme, person["answers"][start:end]) for person in truth["people"]]
        start = end
