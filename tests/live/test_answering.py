"""The route that answers a card."""

from __future__ import annotations

import json

import pytest

COOKIE = "reportedly_learner=" + "a" * 43
JSON = "application/json"


def post(client, message=None, *, body=None, path="/attempts/none", **headers):
    written = json.dumps(message).encode() if body is None else body
    sent = {"content_type": JSON, "cookie": COOKIE} | headers
    return client.get(path, method="POST", body=written, **sent)


def test_an_attempt_that_is_not_the_learners_is_not_there(client):
    reply = post(client, {"id": "none:first", "action": "skip"})
    assert reply.status == 404
    assert "not here" in json.loads(reply.body)["message"]


def test_without_a_cookie_nobody_is_known(client):
    assert post(client, {}, cookie="").status == 401


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_what_another_site_could_send_unasked_is_refused(client, kind):
    assert post(client, {}, content_type=kind).status == 403


def test_another_origin_is_refused(client):
    for other in ("http://elsewhere.example", "http://[", "null"):
        assert post(client, {}, origin=other).status == 403
    assert post(client, {}, origin=f"http://localhost:{client.port}").status == 404


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[" * 40_000])
def test_what_is_no_json_is_refused(client, body):
    assert post(client, body=body).status == 400


def test_a_very_long_message_is_refused(client):
    assert post(client, "x" * 70_000).status == 413


def test_only_a_message_can_be_sent(client):
    assert client.get("/attempts/none", method="PUT", cookie=COOKIE).status == 405
