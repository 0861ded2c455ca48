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


_MEANS = frozenset(
    "telephone phone letter post mail e-mail email text radio law default accident".split()
)

_TO_BE = frozenset(
    "say believe think report allege claim expect know suppose understand consider".split()
)
"""As in "was said by two clerks to be closing"."""

_TO_DO = _TO_BE | frozenset(
    "ask tell order urge instruct advise warn request beg invite encourage command implore".split()
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
    act = t.child(verb, "xcomp")
    if speaker.word is not None and t.lemmas[speaker.word] in _MEANS:
        return ()  # "was ordered by telephone to wait"
    if speaker.word is not None and lemma in _TO_DO and act is not None and act > verb:
        asked = t.child(verb, "nsubjpass")  # "were told by the pilot to wait"
        begin = asked if lemma in _TO_BE and asked is not None else act
        agent = agent_of(t, verb)
        pieces = [t.span(t.left[act], t.right[act])]
        if begin != act and agent is not None and agent < act:
            pieces.insert(0, t.span(t.left[begin], t.right[begin]))
        return clean(t, pieces)
    if speaker.word is None or lemma not in _PASSIVES:
        return ()
    subject = t.child(verb, "nsubjpass")
    agent = agent_of(t, verb)
    as_what = any(t.words[c].lower() == "as" for c in t.all_children(verb, "prep"))
    if lemma == "describe" and t.deps[verb] == "acl" and not as_what:
        return ()  # "returns described by an aide"
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
