"""What follows a verb that takes no clause: things denied, acts promised, numbers given."""

from __future__ import annotations

import re

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.pieces import clean, with_quotes
from reportedly.authoring.extraction.engines.speakers import Speaker
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import DOCUMENTS, SPEECH, CueVerb
from reportedly.authoring.extraction.quotes import Quote

_PREPOSITIONS = {
    "of": "of", "about": "about", "against": "against", "for": "for", "on": "on", "to": "to",
    "at": "at", "over": "about", "as": "as",
}  # fmt: skip


def thing_pieces(
    t: Tree, verb: int, lemma: str, cue: CueVerb, speaker: Speaker, quoted: tuple[Quote, ...]
) -> tuple[Span, ...]:
    """What follows a verb that takes no clause: "denied the charge", "put the toll at 40"."""
    if speaker.passive:
        return _passive_pieces(t, verb, lemma, cue, speaker)
    if speaker.word is None and not speaker.span:
        return ()
    made = _governed(t, verb, lemma, cue, speaker)
    if not made:
        return ()
    return clean(t, with_quotes(t, verb, list(made), quoted))


def _governed(t: Tree, verb: int, lemma: str, cue: CueVerb, speaker: Speaker) -> tuple[Span, ...]:
    thing = t.child(verb, "dobj", "attr", "oprd")
    act = t.child(verb, "xcomp")
    if "act" in cue.takes and act is not None and act > verb and t.tags[act] in ("VB", "VBN", "JJ"):
        if t.lemmas[act] in ("name", "identify", "remain"):
            return ()
        if lemma == "refuse" and t.lemmas[act] in _SILENT:
            return ()
        start = thing if thing is not None and verb < thing < act else act
        return clean(t, [t.span(t.left[start], t.right[act])])
    if act is not None and act > verb and t.tags[act] == "VBG" and "thing" in cue.takes:
        return clean(t, [t.span(t.left[act], t.right[act])])
    wish = t.child(verb, "advcl", "ccomp")
    if "for" in cue.takes and wish is not None and wish > verb and t.tags[wish] == "VB":
        mark = t.child(wish, "mark")
        if mark is not None and t.words[mark].lower() == "for":  # "called for the mayor to resign"
            return clean(t, [t.span(mark, t.right[wish])])
    for prep in t.all_children(verb, "prep", "agent", "prt"):
        name = _PREPOSITIONS.get(t.words[prep].lower())
        if name is None or prep < verb or name not in cue.takes:
            continue
        if lemma == "call" and name == "on":
            return clean(t, [t.span(prep + 1, _end_of(t, verb, prep))])
        start = t.left[thing] if thing is not None and thing < prep else prep
        if lemma == "refer":
            start = verb + 1
        if lemma in ("tell", "warn", "accuse", "suspect", "blame", "criticise", "criticize", "praise",
                     "condemn") and thing is not None:  # fmt: skip
            start = t.left[thing] if lemma not in ("tell", "warn") else prep
        return clean(t, [t.span(start, _end_of(t, verb, prep))])
    if "number" in cue.takes and "thing" not in cue.takes:
        return _number_pieces(t, verb, thing, written=not _human(t, speaker))
    if thing is None or thing < verb:
        as_what = next(
            (c for c in t.all_children(verb, "prep") if t.words[c].lower() == "as"), None
        )
        if "thing-as" in cue.takes and t.deps[verb] == "relcl" and as_what is not None:
            return clean(t, [t.span(as_what, _end_of(t, verb, as_what))])
        if "thing" in cue.takes and t.deps[verb] == "relcl" and t.child(verb, "nsubj") is not None:
            # "a charge Beijing denies": what is denied stands before
            head = t.heads[verb]
            if head < verb:
                return clean(t, [t.span(t.left[head], max(head, t.left[verb] - 1))])
        return ()
    if lemma == "show" and not _human(t, speaker) and t.child(thing, "acl") is not None:
        return clean(t, [t.span(t.left[thing], t.right[thing])])
    if lemma == "call" and t.words[thing].lower() in ("itself", "themselves", "himself", "herself"):
        return ()
    if "thing-as" in cue.takes and "thing" not in cue.takes:
        if (
            t.child(verb, "oprd") is None
            and not any(t.words[c].lower() == "as" for c in t.all_children(verb, "prep"))
            and lemma not in ("call", "brand", "dub", "label")
        ):
            human = _human(t, speaker)
            if (
                not (lemma in ("suggest", "indicate", "signal") and not human)
                and lemma != "describe"
            ):
                return ()
        last = _end_of(t, verb, thing)
        so = t.child(verb, "advcl")
        if so == last + 1 or (so is not None and t.left[so] == last + 1):
            last = t.right[so]  # "a vessel so crowded that people slept on the stairs"
        return clean(t, [t.span(t.left[thing], last)])
    if "thing" in cue.takes:
        if lemma in ("report", "post", "publish", "repeat", "relate", "broadcast", "back", "support",
                     "oppose", "attack", "hear", "reveal", "challenge", "cite", "quote", "suspect", "calculate", "find",
                     "establish") and not _has_digit(t, thing):  # fmt: skip
            if not (
                (lemma in ("oppose", "support", "suspect") and _human(t, speaker))
                or (lemma == "find" and not _human(t, speaker))
                or (lemma == "report" and _reports(t, verb, thing))
            ):
                return ()
        if lemma in ("find", "establish", "hear", "learn") and not _is_finding(t, speaker):
            return ()
        return clean(t, [t.span(t.left[thing], _end_of(t, verb, thing))])
    if "number" in cue.takes:
        return _number_pieces(t, verb, thing, written=not _human(t, speaker))
    return ()


_SILENT = frozenset(
    "comment say answer discuss speak give talk respond elaborate name provide disclose reveal".split()
)


def _reports(t: Tree, verb: int, thing: int) -> bool:
    """As in "observers reported delays", but not "he reported the theft to the police"."""
    to_whom = any(t.words[c].lower() == "to" for c in t.all_children(verb, "prep", "dative"))
    none = t.words[t.left[thing]].lower() == "no"
    return (
        not to_whom
        and not none
        and (t.tags[thing] == "NNS" or t.text[t.starts[t.left[thing]] - 1] in "“\"‘'")
    )


_FINDERS = frozenset(
    "inquiry court jury judge panel commission committee tribunal inspector inspection audit".split()
)


def _is_finding(t: Tree, speaker: Speaker) -> bool:
    """Whether whoever finds something states it, as a report or a court does, and does not dig it up."""
    return speaker.word is not None and t.lemmas[speaker.word] in DOCUMENTS | _FINDERS


def _human(t: Tree, speaker: Speaker) -> bool:
    return speaker.word is not None and t.lemmas[speaker.word] not in DOCUMENTS


def _has_digit(t: Tree, word: int) -> bool:
    return any(
        t.tags[w] == "CD" for w in range(t.left[word], min(t.right[word], t.left[word] + 25) + 1)
    )


def _number_pieces(t: Tree, verb: int, thing: int | None, *, written: bool) -> tuple[Span, ...]:
    """As in "put the toll at 40", "counted 12 bodies", "raised its count to 41"."""
    at = next(
        (
            c
            for c in t.all_children(verb, "prep", "dative")
            if t.words[c].lower() in ("at", "to", "as", "of", "from")
        ),
        None,
    )
    last = _end_of(t, verb, at if at is not None else thing if thing is not None else verb)
    first = thing if thing is not None and thing > verb else at
    if first is None:
        return ()
    start = t.left[first]
    if t.lemmas[verb] in ("give", "record", "register", "list", "cite", "count", "number", "log", "tally",
                          "measure", "place", "set", "put", "raise", "lower", "revise", "maintain"):  # fmt: skip
        has = any(t.tags[w] == "CD" for w in range(start, min(last, start + 30) + 1))
        share = re.search(r"%|per ?cent", t.text[t.starts[start] : t.end(last)]) is not None
        spoken = t.lemmas[verb] in ("put", "give", "revise", "count", "record", "register", "tally", "log",
                                    "raise", "lower", "list", "measure", "cite", "maintain")  # fmt: skip
        figure = any(
            t.lemmas[w]
            in (
                "toll",
                "figure",
                "number",
                "count",
                "estimate",
                "total",
                "turnout",
                "crowd",
                "cost",
                "damage",
                "loss",
                "tally",
                "death",
                "case",
                "bill",
            )
            for w in range(start, min(last, start + 12) + 1)
        ) or (share and t.lemmas[verb] not in ("raise", "lower", "revise"))
        told = has or (figure and t.lemmas[verb] == "put" and at is not None)
        if not told or not spoken:
            return ()
        if t.lemmas[verb] in ("put", "raise", "lower", "give") and not figure and not written:
            if at is None or t.words[at].lower() not in ("at",):
                return ()
    return clean(t, [t.span(start, last)])


_PASSIVES = frozenset(
    "describe accuse dismiss reject deny confirm condemn criticise criticize estimate announce claim"
    " blame praise dispute denounce refute put count contest propose demand predict allege suspect"
    " call label brand record report question challenge acknowledge welcome".split()
)


def _passive_pieces(
    t: Tree, verb: int, lemma: str, cue: CueVerb, speaker: Speaker
) -> tuple[Span, ...]:
    """As in "is accused by prosecutors of", "a claim dismissed by the ministry"."""
    _begin, _end = t.sentences[t.sentence[verb]]
    as_saying = next(
        (
            c
            for c in t.all_children(verb, "prep")
            if t.words[c].lower() == "as" and t.child(c, "pcomp")
        ),
        None,
    )
    if as_saying is not None and lemma in ("quote", "cite", "report"):
        saying = t.child(as_saying, "pcomp")
        if saying is not None and t.lemmas[saying] in SPEECH:
            return ()  # the inner verb carries it
        return clean(t, [t.span(as_saying + 1, t.right[as_saying])])
    if speaker.word is None or lemma not in _PASSIVES:
        return ()
    subject = t.child(verb, "nsubjpass")
    agent = t.child(verb, "agent")
    if lemma in ("accuse", "suspect") and subject is not None and agent is not None:
        charge = next(
            (w for w in range(agent, t.right[verb] + 1) if t.words[w].lower() == "of"), None
        )
        if charge is not None:
            return clean(t, [t.span(t.left[subject], verb), t.span(charge, t.right[verb])])
    if t.deps[verb] == "acl":
        head = t.heads[verb]
        return clean(t, [t.span(t.left[head], head)])
    if subject is None:
        return ()
    last = agent - 1 if agent is not None and agent > verb else verb
    pieces = [t.span(t.left[subject], max(verb, last))]
    if agent is not None and t.right[verb] > t.right[agent] and not _second_agent(t, agent, verb):
        pieces.append(t.span(t.right[agent] + 1, t.right[verb]))
    return clean(t, pieces)


def _second_agent(t: Tree, agent: int, verb: int) -> bool:
    """As in "put at 71 by the ministry and at 58 by Vote Watch"."""
    later = range(t.right[agent] + 1, min(t.right[verb], t.right[agent] + 20) + 1)
    return any(t.words[w].lower() == "by" for w in later)


def _counts_on(t: Tree, verb: int, child: int) -> bool:
    """As in "17 dead and more than 40 wounded": a second number, whatever the parse makes of it."""
    joined = child if t.deps[child] == "conj" else next(iter(t.all_children(verb, "conj")), None)
    if joined is None or t.child(joined, "nsubj", "nsubjpass") is not None:
        return False
    return any(t.tags[w] == "CD" for w in range(t.left[joined], joined))


def _end_of(t: Tree, verb: int, word: int) -> int:
    """The end of what hangs on the verb from a word on, before further clauses of its own."""
    stop = t.right[verb]
    for child in t.children[verb]:
        if t.deps[child] in ("conj", "cc") and _counts_on(t, verb, child):
            continue
        if child > word and t.deps[child] in ("conj", "cc", "advcl", "parataxis", "punct", "ccomp"):
            if t.deps[child] == "punct" and t.words[child] in ("-", "'", '"', "''", "``"):
                continue
            stop = min(stop, t.left[child] - 1)
    return max(stop, min(t.right[word], stop))
