"""Join codes: six letters that are read out, projected and typed on a phone."""

from __future__ import annotations

from random import Random

ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without I, L and O, which are taken for one another and for digits; and without digits, so that
a phone's keyboard stays as it is."""

LENGTH = 6


def new_code(seed: int) -> str:
    """A code; the same for the same seed."""
    chance = Random(f"code/{seed}")
    return "".join(chance.choice(ALPHABET) for _ in range(LENGTH))


def read_code(written: str) -> str | None:
    """The code that somebody typed, with blanks, dashes or small letters; None if it is none."""
    code = "".join(c for c in written.upper() if c.isalnum())
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None
