"""Texts that end at " #", because YAML takes the rest for a comment."""

from __future__ import annotations

import re

from yaml.nodes import ScalarNode

from reportedly.files.reading.fields import STRUCTURE
from reportedly.files.reading.reports import Finding
from reportedly.files.reading.tree import Tree
from reportedly.quiz.faults import Place

_ANY = re.compile(r"^[^#\n]*\S[ \t]+#", re.MULTILINE)
_REST = re.compile(r"[ \t]+(#[^\r\n]*)")


def cut_texts(tree: Tree) -> None:
    """Add a finding for every text of prose that was cut.

    A comment after a name, a number or a choice, after a closing quotation mark or a bracket is
    taken for what it is.
    """
    if not _ANY.search(tree.text):
        return
    for place, node, key, offset in tree.scalars():
        if node.style or not _is_prose(place):
            continue
        if node.value:
            _after_words(tree, node, offset)
        else:
            _instead_of_words(tree, node, key, offset)


def _is_prose(place: Place) -> bool:
    names = [step for step in place if isinstance(step, str)]
    if not names or names[-1] in STRUCTURE:
        return False
    return not (len(names) > 1 and names[-2] == "slips")


def _after_words(tree: Tree, node: ScalarNode, offset: int) -> None:
    found = _REST.match(tree.text, node.end_mark.index + offset)
    if found is None:
        return
    # After a single word, "# " with some room before it is a remark of the author's.
    if len(node.value.split()) == 1 and re.match(r"[ \t]{2,}#[ \t]", found[0]):
        return
    if any(finding.start == found.start(1) for finding in tree.findings):
        return
    tree.findings.append(
        Finding(
            found.start(1),
            found.end(1),
            f'everything after " #" is dropped here ("{_shown(found[1])}")',
            "put the whole text in quotes; a remark of your own belongs on its own line",
            "warning",
        )
    )


def _instead_of_words(tree: Tree, node: ScalarNode, key: ScalarNode | None, offset: int) -> None:
    if key is not None:
        found = re.compile(r"[ \t]*:" + _REST.pattern).match(tree.text, key.end_mark.index + offset)
    else:
        dash = tree.text.rfind("-", 0, node.start_mark.index + offset)
        found = re.compile("-" + _REST.pattern).match(tree.text, max(dash, 0))
    if found is None:
        return
    tree.findings.append(
        Finding(
            found.start(1),
            found.end(1),
            f'a text that begins with "#" is dropped ("{_shown(found[1])}")',
            "put the whole text in quotes",
        )
    )
    tree.veiled.append((found.start(), found.end()))
    start = (key or node).start_mark.index + offset
    tree.veiled.append((start, start + 1))


def _shown(words: str) -> str:
    return words if len(words) <= 40 else words[:37].rstrip() + "..."
