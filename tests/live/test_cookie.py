"""The learner's cookie: given once, by pages only, readable by nobody but the server."""

from http.cookies import SimpleCookie

import pytest

from reportedly.live.cookie import DAYS, LEARNER_COOKIE

PAGES = ("/", "/take", "/read?story=harbour-clock", "/how-to-read-this")
KNOWN = f"{LEARNER_COOKIE}={'x' * 43}"


def morsel(reply):
    [set_cookie] = reply.all("set-cookie")
    return SimpleCookie(set_cookie)[LEARNER_COOKIE]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_gives_a_new_browser_a_name(client, path):
    cookie = morsel(client.get(path))

    assert len(cookie.value) == 43
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert cookie["path"] == "/"
    assert int(cookie["max-age"]) == DAYS * 24 * 60 * 60
    assert not cookie["secure"]


def test_no_two_browsers_get_the_same_name(client):
    names = {morsel(client.get("/")).value for _ in range(8)}
    assert len(names) == 8


def test_a_browser_that_has_a_name_keeps_it(client):
    assert client.get("/", cookie=KNOWN).all("set-cookie") == []
    assert client.get("/", cookie=f"theme=dark; {KNOWN}; other=1").all("set-cookie") == []


@pytest.mark.parametrize(
    "cookie",
    [
        f"{LEARNER_COOKIE}=",
        f"{LEARNER_COOKIE}=short",
        f"{LEARNER_COOKIE}={'x' * 44}",
        f"{LEARNER_COOKIE}={'x' * 42}!",
        f"not_{LEARNER_COOKIE}={'x' * 43}",
        "\x7f;;;=;",
        "a" * 4000,
    ],
)
def test_what_is_not_a_name_is_replaced(client, cookie):
    assert len(morsel(client.get("/", cookie=cookie)).value) == 43


@pytest.mark.parametrize("path", ["/assets/card.js", "/assets/card.css", "/_stcore/health"])
def test_only_pages_give_names(client, path):
    reply = client.get(path)
    assert reply.status == 200
    assert [c for c in reply.all("set-cookie") if LEARNER_COOKIE in c] == []


def test_a_browser_that_has_the_page_but_not_its_name_any_more_gets_a_new_one(client):
    etag = client.get("/").one("etag")
    reply = client.get("/", if_none_match=etag, accept="text/html,application/xhtml+xml,*/*;q=0.8")
    assert reply.status == 304
    assert len(morsel(reply).value) == 43


def test_a_script_that_has_not_changed_gives_no_name(client):
    etag = client.get("/assets/card.js").one("etag")
    reply = client.get("/assets/card.js", if_none_match=etag, accept="*/*")
    assert reply.status == 304
    assert reply.all("set-cookie") == []


def test_behind_a_proxy_with_tls_the_cookie_never_travels_in_the_clear(client):
    assert morsel(client.get("/", x_forwarded_proto="https")).OutputString().endswith("Secure")
    assert morsel(client.get("/", x_forwarded_proto="https, http"))["secure"]
    assert not morsel(client.get("/", x_forwarded_proto="http"))["secure"]
