"""YAML to a tree, going on after what cannot be read, so that all faults come in one run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from reportedly.files.reading.cuts import cut_texts
from reportedly.files.reading.fields import OUTERMOST
from reportedly.files.reading.lines import Slip, lines_of
from reportedly.files.reading.lookalikes import begins_entry, has_other_marks
from reportedly.files.reading.places import explain, too_deep
from reportedly.files.reading.reports import Finding
from reportedly.files.reading.slips import find_slips
from reportedly.files.reading.source import Source
from reportedly.files.reading.strays import before_entries
from reportedly.files.reading.tree import Span, Tree

# The C reader is eight times faster; it is missing where PyYAML was built without libyaml.
LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MOST_MENDINGS = 40
"""Slips of one question after which the rest of it is left alone."""

_SEPARATOR = re.compile(r"^(---|\.\.\.)(?=\s|$).*$", re.MULTILINE)
_LISTED = re.compile(r"^(questions|claims|skills|slips)[ \t]*:[ \t]*(#.*)?$", re.MULTILINE)

_MOVED_IN = re.compile(r"^([ ]+)(questions:)(?=[ \t]*(?:#.*)?$)", re.MULTILINE)
_FIRST_QUESTION = re.compile(
    r"^[ ]*(?P<entry>-[ ]+(?:kind:|(?:id|ask):(?=.*\s+(?:kind|ask):)).*)$", re.MULTILINE
)
_AT_MARGIN = re.compile(rf"^(?:{'|'.join(sorted(OUTERMOST))})[ \t]*:", re.MULTILINE)
_MARK = r"[-–—•](?=\s|$|\w)"
"""What begins an entry, or was meant to."""


def parse(source: Source) -> Tree:
    """The values of a text with their places, as far as it could be read.

    Everything that is wrong with the text as YAML is in the tree's findings.
    """
    text, findings = _one_document(source.text)
    deep = too_deep(text)
    if deep is not None:
        return _nothing(source.text, [*findings, deep])
    try:
        root = yaml.compose(text, Loader=LOADER)
    except (yaml.YAMLError, RecursionError):
        tree = _by_parts(source.text, text)
    else:
        tree = Tree(source.text, root) if root is not None else _only_remarks(source.text)
    tree.findings.extend(findings)
    tree.read()
    cut_texts(tree)
    return tree


def _only_remarks(text: str) -> Tree:
    found = "there is nothing in the file but remarks"
    return _nothing(text, [Finding(0, 1, found, "write something, or delete the file")])


def _nothing(text: str, findings: list[Finding]) -> Tree:
    root = yaml.compose("''", Loader=LOADER)
    assert root is not None
    tree = Tree(text, root, findings=findings)
    tree.veiled.append((0, len(text) + 1))
    return tree


def _one_document(text: str) -> tuple[str, list[Finding]]:
    """The text with everything that would begin another document put aside."""
    findings = []
    for found in _SEPARATOR.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if _says_nothing(before, "#", "%") or (found[1] == "..." and _says_nothing(after, "#")):
            continue
        findings.append(
            Finding(
                found.start(),
                found.start() + 3,
                f'"{found[1]}" begins another file inside this one',
                "remove the line, or write the rest into a file of its own",
            )
        )
    if not findings:
        return text, findings
    starts = {finding.start for finding in findings}
    aside = _SEPARATOR.sub(
        lambda found: " " * len(found[0]) if found.start() in starts else found[0], text
    )
    return aside, findings


def _says_nothing(text: str, *signs: str) -> bool:
    """Whether every line is empty or begins with one of the signs."""
    return all(not row.strip() or row.startswith(signs) for row in text.splitlines())


@dataclass
class Part:
    """A part of the text read by itself."""

    node: Node | None
    offset: int
    findings: list[Finding] = field(default_factory=list)
    veiled: list[Span] = field(default_factory=list)
    damaged: list[Span] = field(default_factory=list)


def _by_parts(original: str, text: str) -> Tree:
    """The tree of a text that YAML refuses: each question or claim is read by itself."""
    slips = [*_name_moved_in(text), *_other_marks(text)]
    for slip in slips:
        text = _put_aside(text, slip)
    tree = _cut_up(original, text)
    tree.findings.extend(slip.finding for slip in slips)
    tree.veiled.extend((slip.start, slip.end) for slip in slips)
    return tree


def _name_moved_in(text: str) -> list[Slip]:
    """The name of the list of questions, if it does not stand at the margin."""
    found = None if _LISTED.search(text) else _MOVED_IN.search(text)
    if found is None:
        return []
    spaces = len(found[1])
    what = f'"questions:" is indented by {spaces} space{"s" * (spaces > 1)}'
    finding = Finding(found.start(2), found.end(2), what, "remove the spaces before it")
    return [Slip(finding, found.start(), found.end(), True, found[2] + found[1])]


def _other_marks(text: str) -> list[Slip]:
    """Entries that begin with a bullet or a number: where a question begins shows how to cut."""
    if not has_other_marks(text):
        return []
    return [slip for slip in find_slips(text) if slip.instead.startswith("-")]


def _cut_up(original: str, text: str) -> Tree:
    cuts = entry_starts(text)
    if cuts is None and (lost := _without_name(text)):
        return _nothing(original, [lost])
    if cuts is None:
        return _assemble(original, _read_part(text, 0), [], None)
    starts, tail = cuts
    head = _read_part(text[: starts[0]], 0)
    ends = [*starts[1:], tail]
    items = [_read_part(text[start:end], start) for start, end in zip(starts, ends, strict=True)]
    rest = _read_part(text[tail:], tail) if text[tail:].strip() else None
    return _assemble(original, head, items, rest)


def _without_name(text: str) -> Finding | None:
    """The first question, if the line with the name of their list is not above it."""
    first = _FIRST_QUESTION.search(text)
    if first is None or re.search(r":[ \t]*(#.*)?$", text[: first.start()].rstrip()):
        return None
    start, end = first.span("entry")
    found = 'the line "questions:" is missing above the first question'
    return Finding(start, end, found, "write it on a line of its own, without spaces before it")


def entry_starts(text: str) -> tuple[list[int], int] | None:
    """Where each entry of the long list begins, and where what follows the last one does."""
    head = _LISTED.search(text)
    if head is None:
        return None
    first = re.compile(rf"^([ ]*){_MARK}", re.MULTILINE).search(text, head.end())
    if first is None:
        return None
    dash = re.compile(rf"^{first[1]}{_MARK}", re.MULTILINE)
    starts = [found.start() for found in dash.finditer(text, head.end())]
    after = _AT_MARGIN.search(text, starts[-1])
    return starts, after.start() if after else len(text)


def _read_part(text: str, offset: int) -> Part:
    """A part, read with the lines put aside that cannot be read."""
    part = Part(None, offset)
    # A large part without entries of its own is no file of ours; it is not worth the time.
    for _ in range(max(2, min(MOST_MENDINGS, 1_000_000 // max(1, len(text))))):
        try:
            part.node = yaml.compose(text, Loader=LOADER)
            break
        except RecursionError:
            part.findings.append(
                Finding(
                    offset,
                    offset + 1,
                    "the lists are nested too deeply",
                    "put texts with brackets in quotes",
                )
            )
            break
        except yaml.MarkedYAMLError as error:
            slip = next(find_slips(text), None)
            if slip is None:
                slip = explain(text, error)
                heard = _follows_from(slip, part, text, offset)
            else:
                heard = False
            if not heard:
                part.findings.append(slip.finding.moved(offset))
            mended = _put_aside(text, slip)
            if mended == text:
                break
            text = mended
            span = (slip.start + offset, slip.end + offset)
            (part.veiled if slip.value_only else part.damaged).append(span)
        except yaml.YAMLError:
            break
    if part.node is None:
        part.damaged.append((offset, offset + len(text)))
    part.veiled.extend(part.damaged)
    return part


def _follows_from(slip: Slip, part: Part, text: str, offset: int) -> bool:
    """Whether a slip stands on or right below a line left out, and may come of that alone."""
    return any(
        low - offset <= slip.start and text.count("\n", high - offset, slip.start) <= 1
        for low, high in part.damaged
    )


def _put_aside(text: str, slip: Slip) -> str:
    """The text, as long as before, without the words that cannot be read."""
    if slip.instead:
        return text[: slip.start] + slip.instead + text[slip.end :]
    words = text[slip.start : slip.end]
    rows = words.splitlines(keepends=True) or [""]
    if slip.value_only:
        bare = rows[0].rstrip("\r\n")
        held = f'"{"x" * (len(bare) - 2)}"' if len(bare) > 2 else "x".ljust(len(bare))
        below = "".join(re.sub(r"[^\r\n]", " ", row) for row in rows[1:])
        kept = held + rows[0][len(bare) :] + below
    else:
        bare = rows[0].lstrip()
        indent = len(rows[0]) - len(bare)
        glued = "-" if begins_entry(rows[0]) else ""
        dashes = (lines_of(rows[0])[0].dashes if rows[0] else "") or glued
        blank = re.sub(r"[^\r\n]", " ", words)
        kept = blank[:indent] + dashes + blank[indent + len(dashes) :]
    return text[: slip.start] + kept + text[slip.end :]


def _assemble(original: str, head: Part, items: list[Part], rest: Part | None) -> Tree:
    """One tree of the parts."""
    tree = Tree(original, head.node or _empty(original))
    for part in (head, *items, *([rest] if rest else [])):
        tree.findings.extend(part.findings)
        tree.veiled.extend(part.veiled)
        tree.damaged.extend(part.damaged)
    if not isinstance(tree.root, MappingNode):
        if items or not isinstance(tree.root, ScalarNode) or not tree.root.value:
            tree.veiled.append((0, len(original) + 1))
        return tree
    if rest is not None and isinstance(rest.node, MappingNode):
        for key, value in rest.node.value:
            tree.offsets[id(key)] = tree.offsets[id(value)] = rest.offset
            tree.root.value.append((key, value))
    if items:
        _put_items(tree, items)
    return tree


def _put_items(tree: Tree, items: list[Part]) -> None:
    """Hang the entries that were read under the name of their list."""
    assert isinstance(tree.root, MappingNode)
    nodes = []
    for item in items:
        node = item.node
        if isinstance(node, SequenceNode) and len(node.value) == 1:
            node = node.value[0]
        else:
            node = _empty(tree.text)
        tree.offsets[id(node)] = item.offset
        nodes.append(node)
    head = _LISTED.search(tree.text)
    for n, (key, value) in enumerate(tree.root.value):
        if isinstance(key, ScalarNode) and head is not None and key.value == head[1]:
            if not isinstance(value, ScalarNode) or value.value:
                start, end = value.start_mark.index, value.end_mark.index
                tree.findings.append(before_entries(key.value, start, end))
            listed = SequenceNode(value.tag, nodes, value.start_mark, value.end_mark, False)
            tree.root.value[n] = (key, listed)


def _empty(text: str) -> Node:
    node = yaml.compose("''", Loader=LOADER)
    assert node is not None
    return node
