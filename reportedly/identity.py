"""Who somebody is to us: a cookie, and for learners a hash of it."""

from __future__ import annotations

from hashlib import sha256

LEARNER_COOKIE = "reportedly_learner"
INSTRUCTOR_COOKIE = "reportedly_instructor"


def learner_key(token: str) -> str:
    """The key under which the attempts of a cookie are kept.

    A hash, so that the database cannot be used to become somebody.
    """
    return sha256(token.encode()).hexdigest()[:32]
