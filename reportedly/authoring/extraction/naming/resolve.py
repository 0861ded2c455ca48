"""Which speaker a name, a description or a pronoun stands for, within one article.

Pronouns are matched by person, number and nearness, and only to somebody the text names. What
stays without a speaker is left to the article's own voice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reportedly.authoring.extraction.naming.descriptions import ADDRESSES, may_be_called, stands_for
from reportedly.authoring.extraction.naming.entity import (
    BODIES,
    FIRMS,
    OUTLETS,
    Entity,
    head_of,
    is_body,
    is_name_near,
    is_named_body,
    may_be_body,
    only,
)
from reportedly.authoring.extraction.naming.named_later import of_lead, of_role, of_some
from reportedly.authoring.extraction.naming.names import Named, named, two_names
from reportedly.authoring.extraction.naming.pronouns import (
    FARTHEST,
    is_some,
    may_be_some,
    may_stand_for,
    nearness,
    sex_of,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Whom a phrase stands for and what makes it unsure; None for nobody."""

    entity: Entity | None
    because: tuple[str, ...] = ()


_LOOK_BACK = 60


class Speakers:
    """The speakers of one article in the order it names them."""

    def __init__(self, outlet: str | None = None) -> None:
        self._outlet = re.sub(r"^the\s+", "", (outlet or "").lower())
        self.entities: list[Entity] = []
        self._by_name: dict[str, Entity] = {}
        self._by_word: dict[str, Entity] = {}
        self._clock = 0
        self._seen: dict[int, Entity] = {}
        self._at = "A1"
        self._sentence = 0
        self._is_above = False
        self._speaking = False

    def above(self) -> None:
        """Say that what is read now stands above the text: it speaks of whom the text names first."""
        self._is_above = True

    def begin(self, sentence: int) -> None:
        """Say which sentence of the article is being read, counted from its start."""
        self._sentence = sentence

    def mention(self, phrase: str, at: str, *, subject: bool) -> None:
        """Note somebody who is named; a subject is likelier to be taken up by a pronoun."""
        self._at = at
        told = named(phrase)
        if told.form == "pronoun":
            self._take_up_subject(told, subject=subject)
            return
        if len(phrase) > 160 or is_some(phrase):
            return
        both = None if subject else two_names(phrase)
        if both is not None:
            for each in both:
                self.mention(each, at, subject=False)
            return
        if told.head in _NUMBER_WORDS or told.name in _DAYS or re.match(r"\d", told.name):
            return
        entity = self._taken_up(told, phrase) or self._entity(told, phrase, at)
        self._clock += 1
        entity.last_seen = self._clock
        self._see(entity)
        if subject and entity.turn < self._sentence:
            entity.turn, entity.place = self._sentence, self._clock

    def _take_up_subject(self, told: Named, *, subject: bool) -> None:
        """A "he" that is no speaker still tells whom the sentence is about."""
        if subject and told.head in ("he", "she"):
            entity = self._by_pronoun(told).entity
            if entity is not None:
                entity.sentence = entity.turn = self._sentence
                entity.place = self._clock

    def speaker(self, phrase: str, at: str) -> Resolved:
        """Whom the source of an attribution stands for; that one is noted as having spoken."""
        self._at = at
        told = named(phrase)
        if told.form == "pronoun":
            found = self._by_pronoun(told)
            self._learn_sex(told, found)
        elif is_some(phrase):
            found = self._of_those(phrase)
        else:
            self._speaking = True
            found = self._by_phrase(told, phrase, at)
            self._speaking = False
        if found.entity is not None:
            self._clock += 1
            self._see(found.entity)
            found.entity.last_seen = found.entity.speaks = self._clock
            found.entity.spoke = found.entity.turn = self._sentence
        return found

    def _learn_sex(self, told: Named, found: Resolved) -> None:
        """A speaker that "she" stands for without a rival is no "he" later on."""
        entity = found.entity
        if entity is not None and told.head in ("he", "she") and len(found.because) == 1:
            entity.sex = entity.sex or ("m" if told.head == "he" else "f")
        elif entity is not None and told.head in ("he", "she"):
            entity.leaning = "m" if told.head == "he" else "f"

    def _of_those(self, phrase: str) -> Resolved:
        """As in "Some blamed a wave", "One of them said": of the people named last."""
        those = [
            e for e in self._recent() if may_be_some(e) and e.sentence > self._sentence - FARTHEST
        ]
        if not those:
            return Resolved(None, (f"“{phrase}” stands for nobody the article names",))
        last = max(those, key=lambda e: (max(e.turn, e.spoke, e.sentence - 1), e.last_seen))
        return Resolved(last, (f"“{phrase}” is taken for {last.name}",))

    def _by_phrase(self, told: Named, phrase: str, at: str) -> Resolved:
        owned = _OWNED.match(phrase.strip())
        if owned is not None and told.form in ("definite", "plural"):
            return self._by_owner(told, owned[0].strip().lower(), at)
        taken_up = self._taken_up(told, phrase) or self._issuer(told)
        if taken_up is None and told.name.lower() == "the ministry":
            told = self._of_minister(told)
        if taken_up is not None:
            taken_up.also(told.name)
            return Resolved(taken_up, (f"“{phrase.strip()}” is taken for {taken_up.name}",))
        return Resolved(self._entity(told, phrase, at))

    def _of_minister(self, told: Named) -> Named:
        """As in "The ministry" where only its minister was named: "the transport minister, Ana Leite"."""
        for entity in self._recent():
            match = _MINISTER.search((entity.role or "").lower())
            if match is not None:
                return replace(told, name=f"the {match[1]} ministry")
        return told

    def _by_owner(self, told: Named, pronoun: str, at: str) -> Resolved:
        """As in "Her office" for "the office of Ana Leite"."""
        found = self._by_pronoun(named(_AS_SUBJECT[pronoun]))
        owner = found.entity
        if owner is None:
            return Resolved(self._entity(told, told.name, at))
        thing = re.sub(r"^(?:its|his|her|their)\s+", "", told.name, flags=re.IGNORECASE)
        mine = replace(told, name=f"{owner.name}’s {thing}")
        entity = self._entity(mine, mine.name, at)
        entity.also(told.name)
        entity.role = entity.role or owner.role
        return Resolved(entity, found.because)

    def _taken_up(self, told: Named, phrase: str) -> Entity | None:
        """As in "The ministry" for a ministry that was named before; the one heard of last."""
        if told.form != "definite" or _OWNED.match(phrase.strip()):
            return None
        words = re.sub(r"^the\s+", "", told.name.lower()).split()
        if len(words) > 2:
            return None
        if told.name.lower() in self._by_name and len(words) > 1:
            return None
        recent = [e for e in self._recent() if e.name.lower() != told.name.lower()]
        good = [e for e in recent if stands_for(told, words, e)]
        if not good and told.head in BODIES and len(words) == 1:
            good = [e for e in recent if is_body(e)]
            if not good and told.head in FIRMS:
                good = [e for e in recent if may_be_body(e)]
                good = good or [e for e in recent if is_named_body(e)]
                good = good or only([e for e in recent if is_name_near(e, self._sentence)])
        if not good and told.person and len(words) == 1:
            good = [e for e in recent if may_be_called(e, self._sentence)]
        if self._is_above and not good and len(words) == 1:
            good = [e for e in self.entities if head_of(e.role or "") == told.head]
        if self._is_above:
            return min(good, key=self.entities.index, default=None)
        return max(good, key=lambda e: (e.speaks, e.last_seen), default=None)

    def _issuer(self, told: Named) -> Entity | None:
        """As in "the statement read": whoever spoke just before is the one whose words it holds."""
        if told.form != "definite" or told.name.lower() not in _ISSUED:
            return None
        last = [e for e in self._recent() if e.spoke >= self._sentence - 3 and e.kind != "document"]
        return max(last, key=lambda e: e.speaks, default=None)

    def _by_pronoun(self, told: Named) -> Resolved:
        low = _AS_SUBJECT.get(told.head, told.head)
        if low not in ("he", "she", "it", "they", "its", "his", "her", "their"):
            return Resolved(None, (f"“{told.name}” stands for nobody the article names",))
        good = [
            e for e in self._recent()
            if e.sentence > self._sentence - FARTHEST and may_stand_for(told, e)
        ]  # fmt: skip
        if not good:
            return Resolved(None, (f"nobody before it that “{told.name}” could stand for",))
        near = {id(e): nearness(e, told) for e in good}
        good.sort(key=lambda e: near[id(e)], reverse=True)
        because = [f"“{told.name}” is taken for {good[0].name}"]
        rivals = [e for e in good[1:] if near[id(e)] > near[id(good[0])] - 0.6]
        if rivals:
            because.append(f"it could also be {rivals[0].name}")
        return Resolved(good[0], tuple(because))

    def _entity(self, told: Named, phrase: str, at: str) -> Entity:
        known = self._known(told) or self._described_before(told, phrase)
        if known is None:
            known = Entity(told.name, told.kind, told.person, told.plural, at, told.form)
            self.entities.append(known)
        elif (
            told.form == "name"
            and len(told.name.split()) > len(known.name.split())
            and known.form == "name"
        ):
            known.also(known.name)
            known.aliases.append(known.name)
            known.name = told.name
        known.also(told.name)
        known.sex = known.sex or sex_of(told.role or "")
        if told.role and known.role is None:
            known.role, known.role_at = told.role, at
            if told.person and known.kind in ("name", "person"):
                known.kind, known.person = "person", True
        self._by_name.setdefault(told.name.lower(), known)
        if told.form == "name":
            words = told.name.split()
            if known.person and len(words) >= 2:
                for word in (words[-1], words[0]):
                    self._by_word.setdefault(word.lower(), known)
            elif known.kind in ("organisation", "company") and len(words) >= 2:
                self._by_word.setdefault(words[0].lower(), known)
            if not known.person and len(words) >= 2 and words[-1][:1].isupper():
                self._by_word.setdefault(words[-1].lower(), known)
            initials = "".join(w[0] for w in words if w[0].isupper())
            if len(initials) >= 2:
                self._by_word.setdefault(initials.lower(), known)
        return known

    def _described_before(self, told: Named, phrase: str) -> Entity | None:
        if told.form != "name" or not told.person:
            return None
        if told.role and told.role.lower().strip(".") not in ADDRESSES:
            return of_role(told, self.entities) or of_some(told, phrase, self.entities)
        speaking = self._speaking and not self._is_above
        return of_lead(told, self.entities, self._sentence) if speaking else None

    def _known(self, told: Named) -> Entity | None:
        low = told.name.lower()
        if told.form == "indefinite" and not low.startswith(("a spokes", "a statement")):
            return None
        if low in self._by_name:
            return self._by_name[low]
        if told.form == "name":
            words = low.split()
            if words[0] == "the" and " ".join(words[1:]) in self._by_name:
                return self._by_name[" ".join(words[1:])]
            bare = [w for w in words if w.strip(".") not in ("mr", "mrs", "ms", "dr", "the")]
            if len(bare) == 1 and bare[0] in self._by_word:
                return self._by_word[bare[0]]
            last = self._by_name.get(bare[-1]) if len(bare) > 1 and told.person else None
            if last is not None and last.form == "name" and last.kind in ("name", "person"):
                return last  # "Hallam" in the line above, "Viktor Hallam" in the text
            if len(bare) > 1 and bare[-1] in self._by_word:
                other = self._by_word[bare[-1]]
                if set(other.name.lower().split()) & set(bare[:-1]):
                    return other
        return None

    def _recent(self) -> list[Entity]:
        """Those seen last, latest first; nobody takes up a name from a hundred names ago."""
        return [
            entity
            for entity, _ in zip(reversed(self._seen.values()), range(_LOOK_BACK), strict=False)
        ]

    def _see(self, entity: Entity) -> None:
        self._seen.pop(id(entity), None)
        self._seen[id(entity)] = entity
        entity.sentence = self._sentence

    def knows(self, word: str) -> bool:
        """Whether a word is a name that was read before, or a part of one."""
        return word.lower() in self._by_word or word.lower() in self._by_name

    def no_person(self, phrase: str) -> None:
        """Note that the text says "which" of somebody, so that it is no person."""
        told = named(phrase)
        entity = self._entity(told, phrase, self._at)
        if entity.role or entity.sex:
            return  # known to be somebody: "Roe warned that it would cost more"
        entity.person = False
        if entity.kind in ("person", "name"):
            entity.kind = "organisation"

    def is_this_outlet(self, entity: Entity) -> bool:
        """Whether it is the medium whose article this is, so that the words are its own."""
        return bool(self._outlet) and re.sub(r"^the\s+", "", entity.name.lower()) == self._outlet

    def is_outlet(self, entity: Entity) -> bool:
        """Whether it is a medium, which passes on what others say."""
        return entity.kind in OUTLETS


_MINISTER = re.compile(
    r"\b(?!prime|first|deputy|former|cabinet|chief|junior|a|the)([a-z]+)\s+minister\b"
)
_AS_SUBJECT = {
    "him": "he", "his": "he", "her": "she", "hers": "she", "its": "it", "them": "they", "their": "they",
}  # fmt: skip
_ISSUED = frozenset(
    f"the {what}" for what in "statement communique release post message tweet".split()
)
_OWNED = re.compile(r"(?:its|his|her|their)\s", re.IGNORECASE)
_DAYS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July"
    " August September October November December Christmas Easter".split()
)
_NUMBER_WORDS = frozenset(
    "hundreds thousands dozens most many some several few one two three four five six seven eight nine ten"
    " hundred thousand dozen more half".split()
)
