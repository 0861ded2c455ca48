"""The fixed vocabulary of a bank: skills, slips and levels.

The names here are what authors write; what learners read about each (title, meaning, advice) is
in content/skills.yaml and content/slips.yaml. A test keeps the two in step.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Skill(StrEnum):
    """What a question trains, S1 to S12."""

    SOURCES = "sources"
    ATTRIBUTION = "attribution"
    HEDGES = "hedges"
    NUMBERS = "numbers"
    CORROBORATION = "corroboration"
    CHRONOLOGY = "chronology"
    WORDING = "wording"
    GAPS = "gaps"
    INFERENCE = "inference"
    HEADLINES_IMAGES = "headlines-images"
    INTERESTS_REPLIES = "interests-replies"
    NEXT_STEP = "next-step"


class Slip(StrEnum):
    """The misreading behind a wrong answer, M1 to M14."""

    WRONG_SPEAKER = "wrong-speaker"
    RELAY_AS_ORIGIN = "relay-as-origin"
    REPORTED_AS_OWN = "reported-as-own"
    OWN_AS_REPORTED = "own-as-reported"
    LOST_QUALIFIER = "lost-qualifier"
    WRONG_COUNT = "wrong-count"
    FALSE_CONFLICT = "false-conflict"
    FALSE_AGREEMENT = "false-agreement"
    OVER_CLAIM = "over-claim"
    CYNICISM = "cynicism"
    NOT_IN_TEXT = "not-in-text"
    WRONG_TIME = "wrong-time"
    WRONG_DOCUMENT = "wrong-document"
    BORROWED_LABEL = "borrowed-label"


class Level(StrEnum):
    """How demanding a question is, in its author's judgement."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


class Scoring(StrEnum):
    """How partly right answers are valued; the rules are in `marking`."""

    EXACT = "exact"
    NET = "net"
    EACH = "each"
    BALANCED = "balanced"
    SHARE = "share"
    PAIRS = "pairs"


SCORINGS_OF_CHOICES = (Scoring.NET, Scoring.EXACT, Scoring.EACH, Scoring.BALANCED)
"""The rules for choosing several, the default first."""


@dataclass(frozen=True)
class SkillText:
    """What people read about a skill."""

    name: Skill
    title: str
    meaning: str
    tip: str


@dataclass(frozen=True)
class SlipText:
    """What people read about a misreading."""

    name: Slip
    title: str
    meaning: str
    fix: str
