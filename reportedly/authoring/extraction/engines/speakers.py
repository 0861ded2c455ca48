"""Who speaks: the subject of a reporting verb, its agent, or whom it is said of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.pieces import agent_of, noun_phrase
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import DOCUMENTS, VERBS
from reportedly.authoring.extraction.lexicon.roles import GROUP_KINDS, PERSON_WORDS


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it as the sentence names them.

    Attributes:
        word: The governing word of the name.
        via: Who passed it on, nearest the reader first.
        passive: Whether the verb tells what was done to its subject.
    """

    word: int | None
    span: Span | None
    via: tuple[Span, ...] = ()
    because: tuple[str, ...] = ()
    passive: bool = False


def speaker_of(t: Tree, verb: int) -> Speaker:
    """The speaker of a reporting verb."""
    passive = t.child(verb, "auxpass") is not None or (
        t.tags[verb] == "VBN"
        and t.deps[verb] in ("acl", "advcl")
        and t.child(verb, "agent") is not None
    )
    if passive or (
        t.tags[verb] == "VBN" and t.deps[verb] == "acl" and t.child(verb, "nsubj") is None
    ):
        return _of_passive(t, verb)
    if t.tags[verb] == "VBN" and t.deps[verb] == "advcl" and _is_asked(t, verb):
        return Speaker(None, None, because=("a passive that names nobody",), passive=True)
    subjects = [c for c in t.all_children(verb, "nsubj", "csubj") if c < verb]
    subject = subjects[-1] if subjects else t.child(verb, "nsubj", "csubj")
    if subject is None:  # "the union had by then claimed": the parse hangs it on "had"
        helped = (t.child(c, "nsubj") for c in t.all_children(verb, "aux"))
        subject = next((c for c in helped if c is not None), None)
    if subject is not None:
        return _of_subject(t, subject)
    if verb and t.heads[verb - 1] == verb and t.deps[verb - 1] in ("compound", "nmod", "amod"):
        if t.tags[verb - 1].startswith("N") and t.tags[verb] in ("VBD", "VBZ", "VBP"):
            # "..., the bulletin shows", which the parse takes for one long noun
            first = min(
                [verb - 1, *(c for c in t.all_children(verb, "det", "poss", "amod", "compound"))]
            )
            return Speaker(verb - 1, t.span(first, verb - 1))
    document = _document_in_front(t, verb) if t.tags[verb] in ("VBD", "VBZ", "VBP") else None
    if document is not None:
        return Speaker(document, noun_phrase(t, document))
    return _inherited(t, verb)


def _document_in_front(t: Tree, verb: int) -> int | None:
    """As in "The report, a copy of which was obtained by X, also says": the parse loses it."""
    first = next((w for w in range(verb, -1, -1) if t.sentence[w] != t.sentence[verb]), -1) + 1
    first = max([first, *(w + 1 for w in range(first, verb) if t.words[w] == ";")])
    for word in range(first, min(first + 6, verb)):
        if t.lemmas[word] in DOCUMENTS and t.tags[word].startswith("N"):
            behind = t.text[t.end(word) : t.end(word) + 60]
            if re.match(r",\s+(?:an?\s+|the\s+)?\w+\s+of\s+which\b|,\s+which\b|,\s+seen\b"
                        r"|\s+(?:shared|posted|seen|published|circulating|released|obtained|issued)\b", behind):  # fmt: skip
                return word
    return None


def _is_asked(t: Tree, verb: int) -> bool:
    """As in "Asked about the delay, the minister said": whose turn comes, and who asks is left out."""
    helped = t.child(verb, "aux", "nsubj", "mark") is not None
    return not helped and t.lemmas[verb] in (
        "ask",
        "tell",
        "press",
        "question",
        "challenge",
        "quote",
    )


def _of_subject(t: Tree, subject: int) -> Speaker:
    word = t.words[subject].lower()
    if word == "you":
        return Speaker(None, None, because=("the reader is spoken to",))
    if t.tags[subject] in ("WDT", "WP") or word in ("that", "which", "who"):
        clause = t.heads[subject]
        while t.deps[clause] not in ("relcl", "ROOT") and t.heads[clause] != clause:
            clause = t.heads[clause]
        if t.deps[clause] == "relcl":
            return _named(t, t.heads[clause])
        return _document_before(t, subject)
    return _named(t, subject)


def _document_before(t: Tree, word: int) -> Speaker:
    """What a relative word stands for where the parse does not tell: the last document named."""
    first = next((w for w in range(word, -1, -1) if t.sentence[w] != t.sentence[word]), -1) + 1
    for at in range(word - 1, first - 1, -1):
        if t.lemmas[at] in DOCUMENTS:
            return Speaker(at, noun_phrase(t, at), because=("what the relative word stands for",))
    return Speaker(None, None, because=("a relative word without what it stands for",))


def _named(t: Tree, word: int) -> Speaker:
    """A noun phrase; a report, statement or spokesman of somebody speaks for its owner."""
    via: tuple[Span, ...] = ()
    if t.tags[word] in ("EX",):
        return Speaker(None, None)
    if t.lemmas[word] in _SAYINGS:
        by = _issuer(t, word)
        if by is not None:
            return Speaker(by, noun_phrase(t, by), via)
    return Speaker(word, noun_phrase(t, word), via)


_SAYINGS = frozenset("statement post message tweet release communique".split())
"""What carries its issuer's own words; a report or a poll is a speaker of its own."""


_ISSUES = frozenset("issue release send publish post write make put give circulate".split())


def _issuer(t: Tree, word: int) -> int | None:
    """Whose statement it is: "a statement by X", "a post on an account run by X", "X's statement"."""
    owner = t.child(word, "poss")
    if owner is not None:
        return owner
    if t.deps[word] == "dobj" and t.lemmas[t.heads[word]] in _ISSUES:
        subject = t.child(t.heads[word], "nsubj")  # "Ada Brook issued a statement saying"
        if subject is not None and subject < word and not t.tags[subject].startswith("W"):
            return subject
    for at in range(word + 1, min(t.right[word], word + 25) + 1):
        if t.words[at].lower() in ("by", "from") and t.deps[at] in ("agent", "prep"):
            return t.child(at, "pobj")
    return None


def _of_passive(t: Tree, verb: int) -> Speaker:
    agent = agent_of(t, verb)
    by = t.child(agent, "pobj", "nsubj") if agent is not None else None
    quoted_as = t.lemmas[verb] in ("quote", "cite", "report")
    subject = t.child(verb, "nsubjpass")
    if quoted_as and subject is not None and _as_saying(t, verb):
        via = (noun_phrase(t, by),) if by is not None else ()
        return Speaker(subject, noun_phrase(t, subject), via, passive=True)
    if by is not None:
        span = noun_phrase(t, by)
        if t.lemmas[verb] in (
            "accuse",
            "suspect",
        ):  # "by prosecutors of forging": the charge follows
            charge = re.search(r"\s+of\s+\w+ing\b", t.text[slice(*span)])
            if charge is not None:
                span = span[0], span[0] + charge.start()
        return Speaker(by, span, passive=True)
    return Speaker(None, None, because=("a passive that names nobody",), passive=True)


def _as_saying(t: Tree, verb: int) -> bool:
    return any(t.words[c].lower() == "as" for c in t.all_children(verb, "prep", "mark", "advcl"))


def _inherited(t: Tree, verb: int) -> Speaker:
    """A verb without a subject of its own: "..., saying that", "and added that"."""
    at, steps = verb, 0
    while steps < 6:
        steps += 1
        dep, head = t.deps[at], t.heads[at]
        if head == at:
            break
        if dep in ("conj", "advcl", "xcomp", "pcomp", "prep", "parataxis", "dep", "ccomp"):
            if dep == "pcomp" and t.words[head].lower() == "as" and t.is_verb(t.heads[head]):
                told = speaker_of(t, t.heads[head])
                agent = t.child(verb, "agent", "prep")
                by = t.child(agent, "pobj") if agent is not None else None
                if (
                    by is not None
                    and agent is not None
                    and t.words[agent].lower() == "by"
                    and not told.via
                ):
                    return Speaker(told.word, told.span, (noun_phrase(t, by),), told.because)
                return Speaker(told.word, told.span, told.via, told.because)
            at = head
            if t.is_verb(at) or t.tags[at] in ("MD",):
                subject = t.child(at, "nsubj", "nsubjpass")
                if subject is not None and not _may_say(t, subject) and t.lemmas[at] not in VERBS:
                    outer = _outer_cue(t, at)
                    if outer is not None:
                        return speaker_of(t, outer)
                if subject is not None:
                    passive_by = t.child(at, "agent") if t.deps[subject] == "nsubjpass" else None
                    if passive_by is not None:
                        by = t.child(passive_by, "pobj")
                        if by is not None:
                            return _named(t, by)
                    return _of_subject(t, subject)
            continue
        if dep in ("acl", "relcl"):
            if t.tags[at] in ("VBD", "VBZ", "VBP") and t.child(at, "nsubj") is None:
                return _named(t, _outermost(t, head))
            return _named(t, head)
        break
    if t.tags[at] == "NNP" and t.heads[at] == at and at < verb:
        return _named(t, at)  # "Brandt, a teacher, called on ... and said": a name for a root
    return Speaker(None, None, because=("no subject stands with the reporting verb",))


def _outermost(t: Tree, word: int) -> int:
    """The noun that a finite verb belongs to when the parser hung it on one inside the name."""
    at, steps = word, 0
    while steps < 8 and t.heads[at] != at and t.sentence[t.heads[at]] == t.sentence[at]:
        if t.is_verb(t.heads[at]) and t.deps[t.heads[at]] not in ("acl", "relcl"):
            break
        at, steps = t.heads[at], steps + 1
    return at if t.tags[at].startswith(("N", "PRP")) else word


def _may_say(t: Tree, word: int) -> bool:
    """Whether a subject is somebody, and not ships or houses."""
    if t.tags[word].startswith(("NNP", "PRP", "W")) or t.lemmas[word] in PERSON_WORDS | set(
        GROUP_KINDS
    ):
        return True
    return t.lemmas[word] in DOCUMENTS or t.child(word, "nummod") is None


def _outer_cue(t: Tree, verb: int) -> int | None:
    """The reporting verb within whose words a verb stands."""
    at, steps = verb, 0
    while t.heads[at] != at and steps < 8:
        at, steps = t.heads[at], steps + 1
        if t.lemmas[at] in VERBS and t.child(at, "nsubj") is not None:
            return at
    return None
