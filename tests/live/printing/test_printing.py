"""Pages to print at a running server."""

import pytest


@pytest.mark.parametrize("what", ["quiz", "answers"])
def test_whoever_is_not_signed_in_is_sent_to_sign_in_and_back(client, what):
    reply = client.get(f"/print/{what}/every-kind?order=3&form=B")
    assert reply.status == 303
    expected = f"/sign-in?next=/print/{what}/every-kind%3Forder%3D3%26form%3DB"
    assert reply.one("location") == expected
    assert reply.one("cache-control") == "no-store"
    assert b"zq" not in reply.body


def test_a_pass_that_was_made_up_lets_nobody_in(client):
    reply = client.get("/print/answers/every-kind?pass=9999999999~abc.def")
    assert reply.status == 303
