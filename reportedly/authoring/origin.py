"""What tells later whether a draft was changed by a person, or its claims were."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from reportedly.authoring.drafting.draft import Draft
from reportedly.quiz.kinds import AnyQuestion
from reportedly.quiz.question import Origin, Question
from reportedly.story.ledger import OWN_VOICE, Claim
from reportedly.story.story import Story

_REMARKS = {"review", "notes", "because", "confidence"}
"""Fields of a claim that say nothing of what it claims."""

_QUESTIONS: TypeAdapter[AnyQuestion] = TypeAdapter(AnyQuestion)

GONE = "gone"
"""Stands for a claim that is no longer in the ledger."""


def stamped(draft: Draft, ledger: Mapping[str, str]) -> Draft:
    """The draft with the fingerprints of its words and of its claims."""
    origin = {
        **draft.question["from"],
        "made": words_stamp(question_of(draft)),
        "ledger": claims_stamp(draft.claims, ledger),
    }
    return replace(draft, question={**draft.question, "from": origin})


def question_of(draft: Draft) -> AnyQuestion:
    """The draft as a question of a bank."""
    return _QUESTIONS.validate_python(draft.question)


def words_stamp(question: Question) -> str:
    """The fingerprint of all that a question says, apart from where it is from."""
    said = question.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return _stamp({name: value for name, value in said.items() if name != "from"})


def is_as_made(question: Question) -> bool:
    """Whether nobody has changed a draft since it was made."""
    origin = question.from_
    return origin is not None and origin.made == words_stamp(question)


def has_changed_claims(origin: Origin, ledger: Mapping[str, str]) -> bool:
    """Whether the claims say something else than when the draft was made of them.

    Args:
        origin: Where the draft is from.
        ledger: What `ledger_stamps` says of the ledger as it is now.
    """
    return origin.ledger is not None and origin.ledger != claims_stamp(origin.claims, ledger)


def claims_stamp(claims: Sequence[str], ledger: Mapping[str, str]) -> str:
    """The fingerprint of some claims as the ledger has them; claims that are gone count too."""
    return _stamp([ledger.get(claim, GONE) for claim in claims])


def ledger_stamps(story: Story) -> dict[str, str]:
    """For each claim that is not dropped the fingerprint of what it says, and of whom."""
    return {
        claim.id: _claim_stamp(story, claim)
        for claim in story.ledger.claims
        if claim.review != "dropped"
    }


def _claim_stamp(story: Story, claim: Claim) -> str:
    plain = claim.model_dump(mode="json", exclude=_REMARKS, exclude_defaults=True)
    keys = [key for key in (claim.speaker, *claim.via) if key != OWN_VOICE]
    speakers = story.ledger.speakers
    names = [speakers[key].name for key in keys if key in speakers]
    return _stamp([plain, names])


def _stamp(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
