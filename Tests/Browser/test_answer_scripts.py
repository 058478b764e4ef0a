"""The two small pieces of arithmetic that the answering page does by itself."""

import hashlib
import random
import re
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).resolve().parents[2] / "Assets" / "scripts"
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


@pytest.fixture
def run(open_page):
    """Calls a function of a module in the browser, after those that it needs, for each of a list of values."""
    page = open_page()

    def call(modules, function, values):
        texts = [(SCRIPTS / module).read_text() for module in modules.split()]
        source = re.sub(r"^(export |import .*)", "", "\n".join(texts), flags=re.MULTILINE)
        return page.evaluate(f"(values) => {{ {source}\nreturn values.map((value) => {function}(value)); }}", values)

    return call


def test_sha256_agrees_with_another_implementation_at_every_length(run):
    texts = ["", "abc", "é€😀", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"]
    texts += ["x" * length for length in range(0, 200)]
    expected = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    assert run("helpers/sha256.js", "sha256", texts) == expected


def code(first):
    return first + ALPHABET[sum(place * ALPHABET.index(letter) for place, letter in enumerate(first, 1)) % 31]


def test_a_code_is_read_however_it_is_typed(run):
    right = code("ABCDEFG")
    loose = f" {right[:4].lower()} – {right[4:].lower()} "
    typed = [right, f"{right[:4]}-{right[4:]}", loose, "", right[:7], right + "2", "0" + right[1:]]
    assert run("helpers/code.js", "readCode", typed) == [right, right, right, None, None, None, None]


def test_one_wrong_character_or_two_swapped_neighbours_are_always_found(run):
    chance = random.Random(7)
    wrong = []
    for _ in range(20):
        right = code("".join(chance.choices(ALPHABET, k=7)))
        assert run("helpers/code.js", "readCode", [right]) == [right]
        for place in range(8):
            wrong += [right[:place] + other + right[place + 1 :] for other in ALPHABET if other != right[place]]
        for place in range(7):
            swapped = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
            wrong += [swapped] if swapped != right else []
    assert set(run("helpers/code.js", "readCode", wrong)) == {None}
