"""Who says what: speakers in words, through whose hands, and who could be taken for them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from reportedly.authoring.drafting.figure import Figure
from reportedly.authoring.drafting.hedging import drops_a_limit, tells_of_saying, words_of
from reportedly.authoring.drafting.wording import capital
from reportedly.story.ledger import OWN_VOICE, Claim, Speaker
from reportedly.story.relations import relation

_NEAR = 12
"""Speakers nearby that are looked at when somebody is sought who did not say something."""

NOBODY = "No source is named there"


class Speakers:
    """The speakers of a story."""

    def __init__(
        self,
        known: Mapping[str, Speaker],
        labels: Mapping[str, str],
        claims: Sequence[Claim],
        undecided: Sequence[Claim],
    ) -> None:
        """Makes the tables that its answers come from.

        Args:
            known: The speakers of the ledger.
            labels: What articles are called.
            claims: Those that count.
            undecided: Those that may yet: whoever speaks in them might say what they have.
        """
        self._labels = labels
        self._known = known
        self._places: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self._topics: dict[str, set[str]] = defaultdict(set)
        self._linked: dict[str, set[str]] = defaultdict(set)
        self._figures: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for claim in (*claims, *undecided):
            chain = self.chain(claim)
            for key in (*chain, *([claim.maybe] if claim.maybe else [])):
                self._topics[claim.topic].add(key)
            for key in chain:
                self._linked[key].update(chain)
            for quantity in claim.quantity:
                if quantity.value is not None:
                    for key in chain:
                        self._figures[key, claim.topic].append(Figure(claim, quantity))
        for claim in claims:
            if claim.speaker != OWN_VOICE:
                self._places[claim.letter].append((claim.paragraph, claim.speaker))
        for places in self._places.values():
            places.sort()

    def __contains__(self, key: str) -> bool:
        """Whether it is a speaker of the ledger, and not the article itself."""
        return key in self._known

    # --- in words -------------------------------------------------------------------------------

    def name(self, key: str) -> str:
        """A speaker's name as it stands within a sentence."""
        return self._known[key].name

    def short(self, key: str) -> str:
        """A speaker's name without what is added behind a comma: rights groups."""
        return self.name(key).split(",")[0]

    def option(self, key: str) -> str:
        """A speaker's name as an option."""
        return capital(self.name(key))

    def subject(self, key: str) -> str:
        """A speaker's name at the beginning of a sentence."""
        return capital(self.within(key))

    def within(self, key: str) -> str:
        """A speaker's name inside a sentence."""
        return with_article(self.short(key), self._known[key])

    def known(self, key: str) -> Speaker:
        """What the ledger tells of a speaker."""
        return self._known[key]

    # --- who says it ----------------------------------------------------------------------------

    def chain(self, claim: Claim) -> tuple[str, ...]:
        """Through whose hands a claim came, from where it began; nobody for the article's own."""
        if claim.speaker == OWN_VOICE:
            return ()
        return (claim.speaker, *reversed(claim.via))

    def is_sure(self, claim: Claim) -> bool:
        """Whether the ledger leaves no doubt about who says it."""
        return claim.maybe is None and claim.confidence != "low"

    def has_owner(self, claim: Claim) -> bool:
        """Whether somebody is named, for certain, who says it."""
        return claim.speaker != OWN_VOICE and self.is_sure(claim)

    def has_sure_chain(self, claim: Claim) -> bool:
        """Whether it came through other hands, and the paragraph itself shows which."""
        return bool(claim.via) and self.has_owner(claim) and claim.confidence == "high"

    def is_own(self, claim: Claim) -> bool:
        """Whether it is, for certain, the article that says it."""
        return (
            claim.speaker == OWN_VOICE and claim.voice == "own" and self.is_sure(claim)
        ) and claim.confidence == "high"

    def is_nobodys(self, claim: Claim) -> bool:
        """Whether it is reported and nobody is named who says it."""
        reported = claim.voice in ("reported", "quoted")
        return claim.speaker == OWN_VOICE and reported and self.is_sure(claim)

    def owner(self, claim: Claim) -> str | None:
        """Who says it, as an option; None where that is open to doubt."""
        if self.has_owner(claim):
            return self.option(claim.speaker)
        if self.is_nobodys(claim):
            return NOBODY
        if claim.speaker == OWN_VOICE and self.is_sure(claim) and claim.voice != "caption":
            return f"{self._labels.get(claim.letter, claim.letter)} itself"
        return None

    def is_independent(self, one: Claim, other: Claim) -> bool | None:
        """Whether no hand has had both; None where that cannot be told."""
        hands = [self.chain(one), self.chain(other)]
        if not all(hands) or not (self.is_sure(one) and self.is_sure(other)):
            return None
        if any(self.is_vague(key) for key in (*hands[0], *hands[1])):
            return None
        return not any(self.are_kin(a, b) for a in hands[0] for b in hands[1])

    def is_vague(self, key: str) -> bool:
        """Whether it is nobody in particular: reports, officials, groups that are not named."""
        return (
            key in self
            and "," in self.name(key)
            and any(
                word in self.name(key) for word in ("not named", "unnamed", "no body", "not given")
            )
        )

    # --- who does not ---------------------------------------------------------------------------

    def others(self, claim: Claim) -> list[str]:
        """Speakers of the same article who did not say it, those in the next paragraphs first.

        Nobody who speaks on the same topic, unless with a figure that cannot be squared with this
        one; nobody through whose hands it came, and nobody who might be the same under another
        name.
        """
        places = self._places[claim.letter]
        at = bisect_left(places, (claim.paragraph, ""))
        window = places[max(0, at - _NEAR) : at + _NEAR]
        window.sort(key=lambda place: (abs(place[0] - claim.paragraph), place))
        chain = self.chain(claim)
        found = []
        for _, key in window:
            taken = key in found or key == claim.maybe or any(self.are_kin(key, c) for c in chain)
            if not taken and not self._might_say(key, claim):
                found.append(key)
        return found

    def _might_say(self, key: str, claim: Claim) -> bool:
        if key not in self._topics[claim.topic]:
            return False
        theirs = self._figures[key, claim.topic]
        ours = [quantity for quantity in claim.quantity if quantity.value is not None]
        if not theirs or not ours:
            return True
        return not all(
            relation(figure.quantity, quantity) == "conflict"
            for figure in theirs
            for quantity in ours
        )

    def are_kin(self, one: str, other: str) -> bool:
        """Whether two speakers are the same, pass each other's words on, or share a name."""
        if one == other or other in self._linked[one]:
            return True
        if one not in self or other not in self:
            return False
        return bool(self._marks(one) & self._marks(other))

    def stands_for(self, one: str, other: str) -> bool:
        """Whether one speaker is described by another's name: a manager by that of the company."""
        described = f" {' '.join(words_of(self._known[one].described or ''))} ".casefold()
        names = (self._known[other].name, *self._known[other].aliases)
        return any(f" {' '.join(words_of(name))} ".casefold() in described for name in names)

    def _marks(self, key: str) -> frozenset[str]:
        speaker = self._known[key]
        return _marks_of(" ".join((speaker.name, *speaker.aliases, speaker.kind)))

    def reveals(self, text: str, key: str) -> bool:
        """Whether a text gives a speaker away."""
        if key not in self:
            return False
        speaker = self._known[key]
        about = " ".join((speaker.name, *speaker.aliases, speaker.kind, speaker.described or ""))
        return bool(_marks_of(about) & _marks_of(text))

    def is_plain(self, claim: Claim) -> bool:
        """Whether the statement can stand alone: whole, and without showing who says it."""
        if tells_of_saying(claim.says) or drops_a_limit(claim.says, claim.hedges):
            return False
        return not any(self.reveals(claim.says, key) for key in self.chain(claim))


_COMMON = frozenset(
    "the and for with not named who unnamed body said from that this some any one two said more "
    "people person group groups official officials office officer town city village county region "
    "regional local former head chief chair director spokesman spokeswoman spokesperson member "
    "source anonymous document resident residents".split()
)


@lru_cache(maxsize=4096)
def _marks_of(text: str) -> frozenset[str]:
    """The beginnings of the words by which a name is known again: polic- of police, policeman."""
    words = (word.casefold().replace("’s", "") for word in words_of(text))
    return frozenset(word[:5] for word in words if len(word) > 3 and word not in _COMMON)


_BODIES = frozenset(
    "ministry department government council agency authority office board committee commission "
    "service university institute museum library hospital company newspaper union association "
    "federation police party court army navy coastguard".split()
)


def with_article(name: str, speaker: Speaker) -> str:
    """A name as it stands within a sentence: the Ministry of Health, the Xinjiang Daily."""
    words = name.split()
    if len(words) == 1 or words[0].casefold() in ("the", "a", "an") or words[0][0].islower():
        return name
    is_body = words[0].casefold() in _BODIES or words[-1].casefold() in _BODIES
    return f"the {name}" if is_body or speaker.kind == "newspaper" else name
