"""What was said as a passive tells it: "a claim dismissed by the ministry"."""

from __future__ import annotations

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.pieces import agent_of, clean
from reportedly.authoring.extraction.engines.speakers import Speaker
from reportedly.authoring.extraction.engines.tree import Tree
from reportedly.authoring.extraction.lexicon.cues import SPEECH, CueVerb

_PASSIVES = frozenset(
    "describe accuse dismiss reject deny confirm condemn criticise criticize estimate announce claim"
    " blame praise dispute denounce refute put count contest propose demand predict allege suspect"
    " call label brand record report question challenge acknowledge welcome rubbish ridicule mock rebuke castigate"
    " berate lament slam blast decry deplore lambast hail applaud endorse rebut contradict dub deem pronounce assess"
    " value peg give rebuff repudiate debunk deride censure".split()
)


_LABELS = frozenset("call label brand dub deem pronounce".split())


_COUNTS = frozenset("put count give record assess value peg".split())


def passive_pieces(
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
    agent = agent_of(t, verb)
    if lemma in _LABELS and t.child(verb, "oprd", "attr", "acomp") is None:
        return ()  # "a witness called by the defence"
    if lemma == "give" and not any(
        t.words[c].lower() in ("as", "at") for c in t.all_children(verb, "prep")
    ):
        return ()  # "a bag given by her sister"
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
