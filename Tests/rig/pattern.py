"""Answers that can be told apart: a number written in the values of the items."""


def answers(choices: dict[str, list[str]], number: int) -> dict[str, str]:
    """The number's digits, one an item; how many values an item has is its base."""
    told = {}
    for item, values in choices.items():
        number, digit = divmod(number, len(values))
        told[item] = values[digit]
    assert number == 0, "more numbers than these items can tell apart"
    return told


def row(told: dict[str, str]) -> bytes:
    """The same as the server keeps it: a byte an item."""
    return bytes(int(value) for value in told.values())
