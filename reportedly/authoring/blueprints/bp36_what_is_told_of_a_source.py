"""BP36: what an article itself tells about a source.

Key: how the source is described there. Wrong options: how others are described, and praise or
silence that stands nowhere. Held back where the source is not described.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.authoring.drafting.draft import Blueprint, Fields, Sketch, has_twins
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.drafting.hedging import words_of
from reportedly.authoring.drafting.wording import capital
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.ledger import Claim, Speaker

_SMALL = frozenset("the a an of at in on for and who by to with from is are was".split())


def _sketches(facts: Facts) -> Iterator[Sketch]:
    first: dict[str, Claim] = {}
    for claim in facts.claims:
        for key in facts.speakers.chain(claim):
            first.setdefault(key, claim)
    known = [
        (key, speaker)
        for key, speaker in facts.story.ledger.speakers.items()
        if key in first and _is_described(facts, speaker) and not _is_in_its_name(speaker)
    ]
    for n, (key, speaker) in enumerate(known):
        others = [other for _, other in known[n + 1 : n + 9] + known[max(0, n - 8) : n]]
        fitting = [other for other in others if _differs(speaker, other)]
        fitting.sort(key=lambda other: _sort_of(other) != _sort_of(speaker))
        fitting = fitting[:2]
        if len(fitting) == 2:
            yield _sketch(facts, key, speaker, fitting, first[key])


def _is_described(facts: Facts, speaker: Speaker) -> bool:
    if not speaker.described or not speaker.at or facts.story.paragraph(speaker.at) is None:
        return False
    text = speaker.described
    return "(" not in text and ";" not in text and "no name" not in text and "nothing" not in text


def _is_in_its_name(speaker: Speaker) -> bool:
    """Whether the name already tells what the description does."""
    return bool(_content(speaker.name) & _content(speaker.described or ""))


def _differs(speaker: Speaker, other: Speaker) -> bool:
    """Whether a description of another could not be true of this one as well."""
    return not _content(other.described or "") & _content(
        f"{speaker.described} {speaker.name} {speaker.kind}"
    )


_MEDIA = ("newspaper", "broadcaster", "agency", "newsletter", "radio", "magazine", "media")


def _sort_of(speaker: Speaker) -> str:
    """Whether it is a paper or station, a document, or anybody else."""
    kind = speaker.kind.casefold()
    if any(word in kind for word in _MEDIA):
        return "media"
    return "document" if kind == "document" else "other"


def _content(text: str) -> set[str]:
    return {word.casefold()[:6] for word in words_of(text)} - _SMALL


def _sketch(
    facts: Facts, key: str, speaker: Speaker, others: list[Speaker], claim: Claim
) -> Sketch:
    chance = facts.chance("BP36", key)
    assert speaker.at is not None
    who = facts.speakers.within(key)
    made: list[Fields] = [
        {
            "right": capital(speaker.described or ""),
            "why": f"{speaker.at} tells this.",
        },
        {
            "wrong": "A source whose word can be relied on",
            "slip": str(Slip.NOT_IN_TEXT),
            "why": "No paragraph vouches for the source, and none need do so.",
        },
        {
            "wrong": "Nothing at all, so that what this source says is of no use",
            "slip": str(Slip.CYNICISM),
            "why": f"{speaker.at} does say something, and a reader can go on from there.",
        },
    ]
    for other in others:
        why = f"That is how another source is described ({other.at})."
        made.append(
            {
                "wrong": capital(other.described or ""),
                "slip": str(
                    Slip.WRONG_DOCUMENT
                    if (other.at or "")[:1] != speaker.at[:1]
                    else Slip.WRONG_SPEAKER
                ),
                "why": why,
            }
        )
    if has_twins(option.get("right") or option["wrong"] for option in made):
        made = made[:3]
    chance.shuffle(made)
    ask = chance.choice(
        [
            f"What does {speaker.at} itself tell about {who}? Choose all that it tells.",
            f"How does {speaker.at} place {who} for its readers? Choose all that fits.",
        ]
    )
    return Sketch(
        about=(key,),
        claims=(claim,),
        kind="multiple",
        ask=ask,
        own={"options": made},
        explain="What an article tells about a source is where a check can begin, not where it "
        "ends.",
        level=Level.EASY,
        quoted=(claim,) if claim.at == speaker.at else (),
        evidence=_named_at(facts, speaker),
    )


def _named_at(facts: Facts, speaker: Speaker) -> tuple[tuple[str, str], ...]:
    assert speaker.at is not None
    described = (speaker.described or "").removeprefix("a ").removeprefix("an ")
    # Where it is described in just these words, they show the key; else its name shows the place.
    for name in (described, speaker.name, *speaker.aliases):
        if name and len(name.split()) <= 12 and facts.stands_in(name, speaker.at):
            return ((speaker.at, name),)
    return ()


blueprint = Blueprint(36, (Skill.INTERESTS_REPLIES,), _sketches)
