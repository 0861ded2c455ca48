"""Passphrases and cookies of instructors: made, hashed, signed and checked."""

from __future__ import annotations

import hmac
import unicodedata
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from secrets import choice, token_urlsafe

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 200
"""How many characters a passphrase may have."""

_CONSONANTS, _VOWELS = "bdfghjklmnprstvz", "aeiou"
_WORDS, _SYLLABLES = 5, 2

# 64 MiB and about a tenth of a second a try; one thread, so that answers of learners, which are
# marked at the same time, keep the other cores.
_HASHER = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=1)


@dataclass(frozen=True)
class Passphrase:
    """A passphrase as it is stored.

    Attributes:
        hash: Argon2's, from which the words cannot be got back.
        secret: What cookies are signed with while this passphrase holds; another passphrase brings
            another secret, so no cookie outlives its passphrase.
    """

    hash: str = field(repr=False)
    secret: str = field(repr=False)


def new_passphrase() -> str:
    """Five words that can be said and typed: one of 80 to the 10th, that is 63 bits."""
    return " ".join(
        "".join(choice(_CONSONANTS) + choice(_VOWELS) for _ in range(_SYLLABLES))
        for _ in range(_WORDS)
    )


def why_refused(words: str) -> str | None:
    """What keeps these words from being a passphrase, in a sentence; None if nothing does."""
    plain = _plain(words)
    if len(plain) < SHORTEST:
        return f"A passphrase needs {SHORTEST} characters or more; four or five words are good."
    if len(plain) > LONGEST:
        return f"A passphrase has at most {LONGEST} characters."
    if len(set(plain)) < 5:
        return "This is too easy to guess; take four or five words."
    return None


def hashed(words: str) -> Passphrase:
    """The passphrase as it is stored. Takes about a tenth of a second, on purpose."""
    return Passphrase(hash=_HASHER.hash(_plain(words)), secret=token_urlsafe(32))


def matches(words: str, passphrase: Passphrase) -> bool:
    """Whether these are the words; takes as long when they are not."""
    if len(words) > 2 * LONGEST:
        return False
    try:
        return _HASHER.verify(passphrase.hash, _plain(words))
    except (VerificationError, InvalidHashError):
        return False


def new_token() -> str:
    """A name for one sign-in that nobody can guess."""
    return token_urlsafe(32)


def stored_form(token: str) -> str:
    """What is stored of a token, so that reading the database lets nobody in."""
    return sha256(token.encode()).hexdigest()


def signed(token: str, secret: str) -> str:
    """The value of the cookie."""
    return f"{token}.{_mac(token, secret)}"


def token_of(cookie: str, secret: str) -> str | None:
    """The token in a cookie, or None if it was not signed with this secret."""
    token, _, signature = cookie.partition(".")
    genuine = hmac.compare_digest(
        signature.encode("utf-8", "replace"), _mac(token, secret).encode()
    )
    return token if genuine else None


def new_pass(holder: str, until: datetime, secret: str) -> str:
    """What lets one browser see instructors' pages outside Streamlit for a while.

    Args:
        holder: A cookie of that browser: in another one the pass is worth nothing.
        until: When it ends.
        secret: Known to this server only.
    """
    return signed(f"{int(until.timestamp())}~{stored_form(holder)}", secret)


def has_pass(shown: str, holder: str, now: datetime, secret: str) -> bool:
    """Whether this is a pass of that browser which has not ended."""
    until, _, of = (token_of(shown, secret) or "0").partition("~")
    return bool(holder) and of == stored_form(holder) and now.timestamp() < int(until)


def client_key(address: str, secret: str) -> str:
    """What stands for a client in the database, so that no address is stored.

    With IPv6 one person has as many addresses as they like, all of one network of 64 bits.
    """
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return _mac(address, secret)
    if isinstance(found, IPv6Address):
        mapped = found.ipv4_mapped
        return _mac(str(mapped or ip_network((found, 64), strict=False)), secret)
    return _mac(str(found), secret)


def _mac(text: str, secret: str) -> str:
    digest = hmac.new(secret.encode(), text.encode("utf-8", "replace"), sha256).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _plain(words: str) -> str:
    """The same words however they were typed: one space between, one spelling of each letter."""
    return " ".join(unicodedata.normalize("NFKC", words).split())
