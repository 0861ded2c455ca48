"""Attributions by a parsed sentence: who is the subject of a reporting verb, and what it governs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.authoring.extraction.engines.beside_quotes import by_quotes
from reportedly.authoring.extraction.engines.contents import contents
from reportedly.authoring.extraction.engines.cue_nouns import by_according, by_nouns
from reportedly.authoring.extraction.engines.found import Attribution, Found, Mention
from reportedly.authoring.extraction.engines.pieces import agent_of, noun_phrase
from reportedly.authoring.extraction.engines.speakers import speaker_of
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import (
    DOCUMENTS,
    VERBS,
    CueVerb,
)
from reportedly.authoring.extraction.lexicon.roles import PERSON_WORDS
from reportedly.authoring.extraction.quotes import Quote, around, near
from reportedly.authoring.extraction.texts.trimming import trimmed


def find(parsed: Tree, quoted: tuple[Quote, ...]) -> Found:
    """The attributions of a paragraph, in the order of their cues, and who is mentioned."""
    found = [
        *_by_verbs(parsed, quoted),
        *by_according(parsed, quoted),
        *by_nouns(parsed, quoted),
        *_by_adjectives(parsed, quoted),
    ]
    found.extend(by_quotes(parsed, quoted, tuple(found)))
    found.sort(key=lambda each: (each.cue or each.pieces[0], each.pieces))
    return Found(tuple(found), tuple(_mentions(parsed)), frozenset(_common_starts(parsed)))


def _common_starts(t: Tree) -> Iterator[int]:
    """Common nouns at the start of a sentence: "Relatives", "Plant manager Otto Freel"."""
    for word, text in enumerate(t.words):
        if not text[:1].isupper() or (word > 0 and t.words[word - 1] not in _BEFORE_START):
            continue
        follows = word + 1 < len(t.words) and t.words[word + 1][:1].islower()
        if t.tags[word] in ("NNS", "NN", "JJ") and follows:
            yield t.starts[word]


_BEFORE_START = frozenset('.!?:;”“"–—')


def _by_verbs(t: Tree, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    for verb, lemma in enumerate(t.lemmas):
        if lemma == "make" and any(t.words[c].lower() == "clear" for c in t.children[verb]):
            lemma = "state"
        if lemma == "go" and _goes_on(t, verb):
            lemma = "continue"
        if lemma == "have" and _has_it_at(t, verb):
            lemma = "put"
        cue = VERBS.get(lemma)
        if cue is None or not (
            t.is_verb(verb) or (t.tags[verb] == "NN" and t.deps[verb] == "ROOT")
        ):
            continue
        within = around(t.starts[verb], quoted)
        if within is not None and _is_quoted_word(t, verb, within):
            continue
        if _is_no_report(t, verb, lemma):
            continue
        yield from _of_verb(t, verb, lemma, cue, quoted)


def _by_adjectives(t: Tree, quoted: tuple[Quote, ...]) -> Iterator[Attribution]:
    """As in "the mayor is adamant that the bridge is safe"."""
    for word, text in enumerate(t.words):
        verb = t.heads[word]
        if text.lower() not in _SURE or t.lemmas[verb] not in ("be", "remain", "seem", "appear"):
            continue
        clause = t.child(word, "ccomp") or t.child(verb, "ccomp")
        subject = t.child(verb, "nsubj", "nsubjpass")
        if clause is None or subject is None or t.left[clause] != word + 1 or subject > verb:
            continue
        if t.child(verb, "neg") is not None or around(t.starts[word], quoted) is not None:
            continue
        if t.words[subject].lower() in ("it", "that", "this", "there") or _is_nobody(t, subject):
            continue
        piece = trimmed(t.text, t.span(t.left[clause], t.right[clause]))
        yield Attribution((piece,), noun_phrase(t, subject), t.span(word, word), "say", "neutral")


_SURE = frozenset(
    "adamant confident hopeful optimistic sceptical skeptical certain sure doubtful insistent emphatic unsure"
    " worried afraid concerned alarmed fearful sorry glad pleased angry furious".split()
)


def _is_quoted_word(t: Tree, verb: int, within: Quote) -> bool:
    """Whether a fragment in quotation marks holds the verb only as part of somebody's words.

    A text that quotes another text may have speaker and verb together within its marks.
    """
    if within.kind == "full" or within.inner[1] - within.inner[0] > 60:
        return True
    subject = t.child(verb, "nsubj")
    if subject is not None and within.inner[0] <= t.starts[subject]:
        return t.starts[verb] > t.starts[subject] and t.words[subject].lower() in (
            "i", "we", "you", "who", "one", "they", "he", "she", "it",
        )  # fmt: skip
    return t.starts[verb] > within.inner[0] + 1


def _of_verb(
    t: Tree, verb: int, lemma: str, cue: CueVerb, quoted: tuple[Quote, ...]
) -> Iterator[Attribution]:
    speaker = speaker_of(t, verb)
    if speaker.word is not None and _is_nobody(t, speaker.word):
        return
    quoted = near(quoted, *t.sentences[t.sentence[verb]])
    pieces = contents(t, verb, lemma, cue, speaker, quoted)
    if not pieces:
        return
    source, via = speaker.span, speaker.via
    if source is not None:
        pieces = tuple(p for p in pieces if not (source[0] <= p[0] and p[1] <= source[1]))
    if not pieces:
        return
    if speaker.passive and cue.takes & {"number"}:
        yield from _further_agents(t, verb, lemma, cue)
    yield Attribution(pieces, source, t.span(verb, verb), lemma, cue.kind, via, speaker.because)


def _further_agents(t: Tree, verb: int, lemma: str, cue: CueVerb) -> Iterator[Attribution]:
    """As in "put at 71 by the ministry and at 58 by Vote Watch": the second and each later pair."""
    agent = agent_of(t, verb)
    if agent is None:
        return
    start = t.right[agent] + 1
    # the first agent's own words may have swallowed the second pair
    named = t.child(agent, "pobj")
    start = min(start, (named or agent) + 1)
    for by in range(start, min(t.right[verb], start + 40) + 1):
        if t.words[by].lower() == "by" and t.child(by, "pobj") is not None:
            numbers = [w for w in range(start, by) if t.tags[w] == "CD"]
            if numbers:
                whom = t.child(by, "pobj")
                assert whom is not None
                piece = trimmed(t.text, t.span(max(start, numbers[0] - 3), by - 1))
                yield Attribution(
                    (piece,), noun_phrase(t, whom), t.span(verb, verb), lemma, cue.kind
                )
            start = by + 1


def _is_no_report(t: Tree, verb: int, lemma: str) -> bool:
    """Denied, merely possible, or asked for: nobody is reported to have said it."""
    negated = t.child(verb, "neg") is not None
    if negated and lemma not in ("believe", "think", "expect", "want", "accept", "agree", "deny"):
        return True
    if _NEITHER.search(t.text, max(0, t.starts[verb] - 24), t.starts[verb]):
        return True  # "would neither confirm nor deny it"
    if t.words[verb].lower() == "according" or (
        lemma in ("cite", "quote") and t.tags[verb] == "VBG"
    ):
        return True
    if _is_of_nobody(t, verb) or (lemma == "know" and _is_within(t, verb)):
        return True
    if any(t.words[c].lower() in ("if", "whether") for c in t.all_children(verb, "mark")):
        return True  # "asked whether he blamed them"
    if lemma == "ask" and t.tags[verb] == "VBN" and t.child(verb, "agent") is None:
        active = any(t.lemmas[c] == "have" for c in t.all_children(verb, "aux"))
        return t.child(verb, "auxpass") is not None or not active
    told = t.child(verb, "dobj")
    if lemma == "tell" and told is not None and t.lemmas[told] in _TALES:
        return True
    if lemma == "read" and not _is_read_out(t, verb):
        return True
    first = verb
    while t.deps[first] == "conj" and t.tags[t.heads[first]] == "VB" and t.heads[first] < first:
        first = t.heads[first]  # "declined to confirm or deny it"
    governor = t.heads[first]
    if t.deps[verb] == "pcomp" and t.words[governor].lower() == "without":
        return True
    if t.deps[first] in ("xcomp", "advcl", "acl") and t.tags[verb] == "VB":
        return t.lemmas[governor] not in (
            "go",
            "continue",
            "come",
            "rush",
            "move",
            "write",
            "appear",
            "seem",
            "call",
            "phone",
            "ring",
            "text",
            "telephone",
        )
    modal = next((t.words[c].lower() for c in t.all_children(verb, "aux") if t.tags[c] == "MD"), "")
    return modal in ("could", "should", "must", "can", "may", "might")


def _goes_on(t: Tree, verb: int) -> bool:
    """As in "It was over, he went on"."""
    on = verb + 1
    return (
        on < len(t.words) and t.words[on].lower() == "on" and t.heads[on] == verb
        and t.tags[verb] in ("VBD", "VBZ") and t.child(on, "pobj", "pcomp") is None
        and t.child(verb, "xcomp", "advcl") is None
    )  # fmt: skip


def _has_it_at(t: Tree, verb: int) -> bool:
    """As in "the website had it at 6,120", "a poll has the mayor ahead by 44 percent to 40"."""
    subject, thing = t.child(verb, "nsubj"), t.child(verb, "dobj", "ccomp")
    return (
        subject is not None and thing is not None and thing > verb and t.lemmas[subject] in DOCUMENTS
        and _GIVES_AT.match(t.text, t.end(verb), t.sentences[t.sentence[verb]][1]) is not None
    )  # fmt: skip


_GIVES_AT = re.compile(
    r"\s+(?:it|them|him|her|(?:the\s|an?\s)?[\w’' -]{2,40}?)\s+(?:at|on|(?:ahead|behind|in\s+front|leading|up|down)\b[^,.;]{0,20}?)\s+"
    r"(?:about\s+|some\s+|only\s+|just\s+)?\d"
)


def _is_within(t: Tree, verb: int) -> bool:
    """As in "they claim the managers knew": what somebody else is said to know."""
    return t.deps[verb] == "ccomp" and t.lemmas[t.heads[verb]] in VERBS


_TALES = ("story", "tale", "truth", "lie", "time")
_NEITHER = re.compile(r"\b(?:neither|nor)\s+(?:\w+ly\s+)?$")


def _is_read_out(t: Tree, verb: int) -> bool:
    """As in "the statement read"."""
    subject = t.child(verb, "nsubj")
    return subject is not None and (
        t.lemmas[subject] in DOCUMENTS or t.words[subject].lower() == "it"
    )


def _is_of_nobody(t: Tree, verb: int) -> bool:
    """As in "Nor did he say why", "nobody said"."""
    begin = t.sentences[t.sentence[verb]][0]
    if re.match(r"(?:Nor|Neither)\b", t.text[begin : begin + 8]):
        return True
    subject = t.child(verb, "nsubj", "nsubjpass")
    return subject is not None and _is_nobody(t, subject)


def _is_nobody(t: Tree, word: int) -> bool:
    """As in "nobody", "neither side", "no official"."""
    first = t.words[t.left[word]].lower()
    return t.words[word].lower() in _NOBODY or first in ("no", "neither")


_NOBODY = frozenset("nobody none neither nothing".split())


_WHERE = frozenset("in at near off around across outside into over through along".split())
"""Before a place, which does not speak."""

_OF_OWNERS = frozenset("share stake stock holding interest".split())
"""What is held in a company: "shares in Corax"."""

_SUBJECTS = ("nsubj", "nsubjpass")

_QUESTION = re.compile(
    r"[“\"]?(?:When\s+)?(?:Asked|Pressed|Questioned|Challenged|Reminded|Told|Quizzed|Confronted)\b[^.;“\"]*$"
)


def _in_question(t: Tree, word: int) -> bool:
    """As in "Asked whether the deputy knew, he said": what is asked is about somebody else."""
    begin = t.sentences[t.sentence[word]][0]
    if t.text[begin : begin + 1] not in 'WAPQCRT“"':
        return False
    before = t.text[begin : t.starts[word]]
    return _QUESTION.match(before) is not None and "," not in before[12:]


def _in_condition(t: Tree, word: int) -> bool:
    """As in "If the mayor lied, she wrote": what may come is about somebody else."""
    clause = t.heads[word]
    mark = t.child(clause, "mark")
    return (
        mark is not None and t.deps[clause] == "advcl" and t.words[mark].lower() in ("if", "unless")
    )


_OF_FIRMS = frozenset(
    "plant factory mine refinery mill warehouse depot store shop branch site yard share product employee worker"
    " engineer spokesman spokeswoman executive building works smelter brewery farm".split()
)
"""What a firm's name stands before: "the Corax Plastics plant"."""


def _mentions(t: Tree) -> Iterator[Mention]:
    """Subjects, agents, owners and names: what a pronoun may stand for."""
    for word, dep in enumerate(t.deps):
        if t.tags[word] in ("PRP", "WDT", "WP", "PRP$", "DT", "EX"):
            if dep in _SUBJECTS and t.words[word].lower() in ("he", "she"):
                yield Mention(t.span(word, word), True)
            continue
        if dep in _SUBJECTS:
            about = not _in_question(t, word) and not _in_condition(t, word)
            yield Mention(noun_phrase(t, word), about)
        elif dep == "pobj" and t.words[t.heads[word]].lower() in _WHERE:
            if t.lemmas[t.heads[t.heads[word]]] in _OF_OWNERS and t.tags[word].startswith("NNP"):
                yield Mention(noun_phrase(t, word), False)
        elif dep == "compound" and t.tags[word].startswith("NNP") and t.heads[word] == word + 1:
            if t.lemmas[word + 1] in _OF_FIRMS and word and t.heads[word - 1] in (word, word + 1):
                first = word
                while (
                    first
                    and t.tags[first - 1].startswith("NNP")
                    and t.heads[first - 1] in (word, word + 1)
                ):
                    first -= 1
                if first < word:
                    yield Mention(t.span(first, word), False)  # "the Corax Plastics plant"
        elif (
            (dep == "poss" and t.tags[word] == "NNS" and t.lemmas[word] in PERSON_WORDS)
            or (
                t.tags[word].startswith("NNP")
                and dep
                in (
                    "pobj",
                    "poss",
                    "appos",
                    "dobj",
                    "dative",
                    "conj",
                )
            )
            or (dep in ("pobj", "dative") and t.deps[t.heads[word]] in ("agent",))
        ):
            yield Mention(noun_phrase(t, word), False)
