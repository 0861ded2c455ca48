"""Who a learner is to us: a random cookie, and a hash of it."""

from __future__ import annotations

from hashlib import sha256

LEARNER_COOKIE = "reportedly_learner"


def learner_key(token: str) -> str:
    """The key under which the attempts of a cookie are kept.

    A hash, so that the database cannot be used to become somebody.
    """
    return sha256(token.encode()).hexdigest()[:32]
