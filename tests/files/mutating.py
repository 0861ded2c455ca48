"""Banks as accidents leave them: bytes flipped, lines doubled, words swapped, files cut."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

SIGNS = "\"'#:-[]{}&*!|>%@`,?~=<\t\n \\éx0"
WORDS = ["- ", ": ", " #", "? ", "&a ", "*a", "!!int ", "!!python/object:os.system ", "<<: *a",
         "|", ">-", "---", "...", "%YAML 9", "{{", "]]", "'", '"', "~", "null", "yes", "NaN",
         "2026-11-21", "0o17", "1_000", "::", "- - -", "\\N{DASH}", "$&", "{x: [}"]  # fmt: skip
NUMBERS = ["9" * 400, "1e999", "-1", "0", "1/0", "0.1" * 30, "²", "٣", "1" + "0" * 5000, "+-", "%"]
VALUE = re.compile(r"(?<=: )\S[^\n]*")
MOST = 60_000
"""Bytes of a mutated bank: deep and large heaps of signs have tests of their own."""

Mutation = Callable[[str, Random], str]


def signs(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    put = "".join(chance.choice(SIGNS) for _ in range(chance.randint(0, 3)))
    return text[:at] + put + text[at + chance.choice([0, 0, 1, 1, 5]) :]


def specials(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(WORDS) + text[at:]


def cut(text: str, chance: Random) -> str:
    first, last = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return chance.choice([text[:first], text[last:], text[:first] + text[last:]])


def lines(text: str, chance: Random) -> str:
    rows = text.split("\n")
    at, to = chance.randrange(len(rows)), chance.randrange(len(rows))
    match chance.randrange(4):
        case 0:
            rows.insert(at, rows[at])
        case 1:
            del rows[at]
        case 2:
            rows[at], rows[to] = rows[to], rows[at]
        case _:
            rows[at:at] = rows[min(at, to) : max(at, to)]
    return "\n".join(rows)


def indents(text: str, chance: Random) -> str:
    rows = text.split("\n")
    at = chance.randrange(len(rows))
    for n in range(at, min(len(rows), at + chance.choice([1, 1, 3, 20]))):
        bare = rows[n].lstrip()
        put = chance.choice(
            ["", " ", "\t", "    ", " " * chance.randint(0, 12), "\u00a0", "\u3000"]
        )
        rows[n] = put + chance.choice([bare, rows[n]])
    return "\n".join(rows)


def ends(text: str, chance: Random) -> str:
    return text.replace("\n", chance.choice(["\r\n", "\r", "\n\n", "\u2028", "\x85", "\x0b", " "]))


def characters(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    ranges = [(0, 0x20), (0x7F, 0xFF), (0x300, 0x36F), (0x2000, 0x206F), (0xD800, 0xDFFF),
              (0xFE00, 0xFFFF), (0x1F300, 0x1FAFF), (0x10FFF0, 0x10FFFF)]  # fmt: skip
    put = "".join(chr(chance.randint(*chance.choice(ranges))) for _ in range(chance.randint(1, 9)))
    return text[:at] + put + text[at:]


def values(text: str, chance: Random) -> str:
    found = list(VALUE.finditer(text))
    if len(found) < 2:
        return text
    first, other = chance.sample(found, 2)
    put = chance.choice(
        [other[0], "", chance.choice(NUMBERS), f"[{other[0]}]", f"{{a: {other[0]}}}"]
    )
    return text[: first.start()] + put + text[first.end() :]


def names(text: str, chance: Random) -> str:
    found = list(re.finditer(r"[a-z]+(?=:)", text))
    if len(found) < 2:
        return text
    first, other = chance.sample(found, 2)
    put = chance.choice([other[0], other[0].upper(), first[0][:-1], first[0] * 2, "", "? x", "1"])
    return text[: first.start()] + put + text[first.end() :]


def nests(text: str, chance: Random) -> str:
    at = chance.randrange(len(text) + 1)
    depth = chance.choice([3, 30, 99, 300, 3000])
    opened, closed = chance.choice(
        [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("[{", "}]")]
    )
    return text[:at] + opened * depth + chance.choice(["", "x", closed * depth]) + text[at:]


def repeats(text: str, chance: Random) -> str:
    at = chance.randrange(len(text))
    piece = text[at : at + chance.randint(1, 30)]
    return text[:at] + piece * chance.choice([2, 10, 200]) + text[at:]


MUTATIONS: list[Mutation] = [
    signs, signs, specials, cut, lines, lines, indents, ends, characters, values, values, names,
    nests, repeats,
]  # fmt: skip


def mutated(text: str, chance: Random) -> bytes:
    """A text after one to three accidents, some of them to its bytes."""
    for _ in range(chance.choice([1, 1, 1, 2, 3])):
        text = chance.choice(MUTATIONS)(text, chance)[:MOST] or "\n"
    content = bytearray(text.encode("utf-8", "surrogatepass"))
    if chance.random() < 0.15:
        for _ in range(chance.randint(1, 4)):
            content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(content)
