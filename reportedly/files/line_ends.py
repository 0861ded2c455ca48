"""The ends of lines: browsers know one, files know three, and a save changes none by itself."""

from __future__ import annotations

import re
from collections import Counter
from itertools import takewhile

_END = re.compile(r"\r\n|\r|\n")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


def with_plain_ends(text: str) -> str:
    r"""The text as a browser holds it: each line ends in `\n`."""
    return _END.sub("\n", text) if "\r" in text else text


def with_ends_of(original: str, edited: str) -> str:
    """An edited text with the line ends of the file it came from.

    Lines above and below the edit keep their own; in between, the commonest of the file is used.

    Args:
        original: The file's text.
        edited: The same with plain ends, as it was edited.
    """
    if "\r" not in original:
        return edited
    old, new = _LINE.findall(original), _LINE.findall(edited)
    most = min(len(old), len(new))
    above = _count_same(old[:most], new[:most])
    below = _count_same(old[above:][::-1], new[above:][::-1])
    (common, _), *_ = Counter(_END.findall(original)).most_common(1)
    between = "".join(new[above : len(new) - below]).replace("\n", common)
    return "".join([*old[:above], between, *old[len(old) - below :]])


def _count_same(old: list[str], new: list[str]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: with_plain_ends(pair[0]) == pair[1], pairs))
