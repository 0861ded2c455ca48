"""Passphrases and cookies."""

from math import log2

import pytest

from reportedly.credentials import (
    client_key,
    hashed,
    matches,
    new_passphrase,
    new_token,
    signed,
    token_of,
    why_refused,
)

WORDS = "correct horse battery"


def test_a_new_passphrase_is_five_words_of_more_than_60_bits():
    made = {new_passphrase() for _ in range(200)}
    assert len(made) == 200
    assert {len(words.split()) for words in made} == {5}
    assert {why_refused(words) for words in made} == {None}
    seen = {
        syllable for words in made for word in words.split() for syllable in (word[:2], word[2:])
    }
    assert 10 * log2(len(seen)) > 60


def test_only_the_same_words_match_and_the_hash_does_not_show_them():
    stored = hashed(WORDS)
    assert matches(WORDS, stored)
    assert not matches("correct horse batterx", stored)
    assert not matches("", stored)
    assert not matches(WORDS + "x" * 1_000_000, stored)
    assert stored.hash.startswith("$argon2id$")
    assert WORDS not in stored.hash
    assert stored.hash not in repr(stored)
    assert stored.secret not in repr(stored)


def test_spaces_and_the_spelling_of_letters_do_not_matter():
    stored = hashed("caf\u00e9 au lait noir")
    assert matches("  cafe\u0301  au lait\tnoir\n", stored)


def test_a_damaged_hash_matches_nothing():
    assert not matches(WORDS, type(hashed(WORDS))("no hash at all", "secret"))


@pytest.mark.parametrize("words", ["short", " " * 30, "a" * 30, "abababababab", "x y" * 100])
def test_weak_or_endless_passphrases_are_refused_in_a_sentence(words):
    assert why_refused(words).endswith(".")


def test_a_cookie_gives_its_token_only_with_its_own_signature():
    token = new_token()
    cookie = signed(token, "secret")
    assert token_of(cookie, "secret") == token
    assert token_of(cookie, "another") is None
    assert token_of(cookie[:-1] + ("A" if cookie[-1] != "A" else "B"), "secret") is None
    assert token_of("x" + cookie, "secret") is None
    assert token_of(f"{token}.\u00e9\ud800", "secret") is None


def test_a_client_is_kept_by_a_key_that_is_not_its_address():
    assert "192.0.2.7" not in client_key("192.0.2.7", "secret")
    assert client_key("192.0.2.7", "secret") != client_key("192.0.2.8", "secret")
    assert client_key("192.0.2.7", "secret") != client_key("192.0.2.7", "another")
    assert client_key("::ffff:192.0.2.7", "secret") == client_key("192.0.2.7", "secret")


def test_all_addresses_of_one_home_are_one_client():
    assert client_key("2001:db8::1", "secret") == client_key("2001:db8::ffff:1", "secret")
    assert client_key("2001:db8::1", "secret") != client_key("2001:db8:0:1::1", "secret")
    assert client_key("fe80::1%eth0", "secret") == client_key("fe80::2%eth0", "secret")
    assert client_key("", "secret") == client_key("", "secret")
