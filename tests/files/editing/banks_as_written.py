"""Banks in the many ways that people write them, and values that may stand in them."""

import copy
from random import Random
from typing import Any

import yaml

from reportedly.files.banks.bank_ids import make_ids
from reportedly.files.editing.sheet import Sheet
from reportedly.quiz.bank import Bank
from reportedly.quiz.taxonomy import Level, Skill, Slip

PROSE = ("ask", "why", "explain", "about", "model", "says", "bank", "right", "wrong", "item")
SAID = [
    *("Plain words", "It's here", 'He said "so"', "a: b", "cut # here", "#1", "- x", "no", "3.10"),
    *("@x", "a, b", "[x]", "ends:", "two\nlines", "a\n\n  b\nc", "“curly” – ünï 🔔", "back\\slash"),
    *("tab\there", "yes: 'no' # \"so\"", "...", "--- x", "? q", "! z", "%", "a" * 130, "null"),
    "A sentence that is long enough to be wrapped where the old one was, and then some more of it.",
]


def dressed(text: str, chance: Random) -> str:
    """The bank with other quotation marks, block texts, remarks and line ends; it says the same."""
    rows = []
    for row in text.split("\n")[:-1]:
        head, colon, value = row.partition(": ")
        if chance.random() < 0.08 and rows and row[:1] in (" ", "-"):
            indent = len(row) - len(row.lstrip())
            rows.append(chance.choice(["", " " * indent + "# a remark: of 'somebody'", "# margin"]))
        if colon and head.split()[-1] in PROSE and chance.random() < 0.5:
            rows += _said_otherwise(head, yaml.load(value, yaml.BaseLoader), chance)
        elif colon and head.split()[-1] in ("level", "kind") and chance.random() < 0.3:
            rows.append(row + "  # a remark")
        else:
            rows.append(row)
    end = chance.choice(["\n", "\n", "\n", "\r\n"])
    made = end.join(rows) + chance.choice([end, end, "", end + end + "# the end" + end])
    return chance.choice(["", "", "\ufeff"]) + made


def _said_otherwise(head: str, said: str, chance: Random) -> list[str]:
    indent = len(head) - len(head.lstrip(" -")) + 2
    lead = " " * indent
    lines = said.split("\n")
    can_be_block = all(c.isprintable() or c == "\n" for c in said) and not any(
        line[:1].isspace() for line in lines
    )
    way = chance.choice(["'", '"', "|", ">"])
    if way == "'" and said.isprintable():
        return [f"{head}: '" + said.replace("'", "''") + "'  # a remark"]
    if way == "|" and can_be_block:
        sign = chance.choice(["", "-", "+"])
        return [f"{head}: |{sign}", *(lead + line if line else "" for line in lines)]
    if way == ">" and can_be_block and len(lines) == 1 and "  " not in said:
        return [f"{head}: >-", *(lead + word for word in said.split(" "))]
    return [f"{head}: {yaml_double(said)}"]


def yaml_double(said: str) -> str:
    """The text in double quotes, with all that is not ASCII written as signs."""
    return yaml.dump(said, default_style='"', width=100_000).strip()


def data_of(text: str) -> Any:
    """The plain values of a bank."""
    return copy.deepcopy(Sheet.of(text.removeprefix("\ufeff")).data)


def places_of(data: Any, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every text in the data that an edit may change as it likes, with a few of the choices."""
    if isinstance(data, dict):
        return [found for key in data for found in places_of(data[key], (*place, key))]
    if isinstance(data, list):
        return [found for n, part in enumerate(data) for found in places_of(part, (*place, n))]
    name = next((step for step in reversed(place) if isinstance(step, str)), "")
    if "slips" in place:
        return [place]
    return [place] if name in (*PROSE, "level", "skills", "slip", "words", "source") else []


def another(place: tuple[str | int, ...], chance: Random) -> str:
    """A new text for a place."""
    names = [step for step in place if isinstance(step, str)]
    if "slips" in names or names[-1] == "slip":
        return chance.choice(list(Slip))
    if names[-1] == "level":
        return chance.choice(list(Level))
    if names[-1] == "skills":
        return chance.choice(list(Skill))
    return chance.choice(SAID)


def put(data: Any, place: tuple[str | int, ...], value: Any) -> None:
    """Change the data in place."""
    for step in place[:-1]:
        data = data if isinstance(step, int) and not isinstance(data, list) else data[step]
    if isinstance(place[-1], int) and not isinstance(data, list):
        raise AssertionError("a single entry is named by its field")
    data[place[-1]] = value


def bank_of(data: Any) -> Bank:
    """The bank that the data stands for."""
    data = copy.deepcopy(data)
    for question, name in zip(data["questions"], make_ids(data["questions"]), strict=True):
        question.setdefault("id", name)
    return Bank.model_validate(data)
