"""The browser's own code, and the headers of everything that is served."""

import pytest

from tests.browser.running import ROOT

WEB = ROOT / "reportedly" / "web"
FILES = sorted(
    path.relative_to(WEB).as_posix() for path in WEB.rglob("*") if path.suffix in (".js", ".css")
)
TYPES = {".js": ("text/javascript", "application/javascript"), ".css": ("text/css",)}


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_served_as_it_is_with_its_type(client, file):
    reply = client.get(f"/assets/{file}")
    assert reply.status == 200
    assert reply.body == (WEB / file).read_bytes()
    assert reply.one("content-type").startswith(TYPES["." + file.rpartition(".")[2]])


def test_a_file_is_asked_for_again_each_time_and_costs_nothing_when_unchanged(client):
    first = client.get("/assets/card.js")
    assert first.one("cache-control") == "no-cache"

    again = client.get("/assets/card.js", if_none_match=first.one("etag"))
    assert (again.status, again.body) == (304, b"")


def test_the_tab_gets_our_icon_and_not_streamlits(client):
    reply = client.get("/favicon.png")
    assert reply.one("content-type") == "image/svg+xml"
    assert reply.body == (WEB / "icon.svg").read_bytes()


def test_the_name_of_the_first_page_leads_to_it(client):
    reply = client.get("/quizzes")
    assert (reply.status, reply.one("location")) == (307, "./")


@pytest.mark.parametrize(
    "path",
    [
        "/assets/../settings.py",
        "/assets/%2e%2e/settings.py",
        "/assets/..%2f..%2fdata/reportedly.sqlite3",
        "/assets/kinds/../../../app.py",
        "/assets/%00",
        "/assets/kinds",
        "/assets/none.js",
    ],
)
def test_nothing_else_comes_out_of_the_folder(client, path):
    reply = client.get(path)
    assert reply.status in (400, 404)
    assert b"import" not in reply.body
    assert b"SQLite format" not in reply.body


@pytest.mark.parametrize("path", ["/data/reportedly.sqlite3", "/quizzes/every-kind.yaml"])
def test_neither_answers_nor_keys_are_served(client, path):
    # Streamlit answers an unknown address with its page, which asks for no such file.
    body = client.get(path).body
    assert b"SQLite format" not in body
    assert b"zqwhy" not in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_files_are_only_read(client, method):
    assert client.get("/assets/card.js", method=method).status == 405


@pytest.mark.parametrize("path", ["/", "/take", "/assets/card.js", "/assets/none.js"])
def test_every_reply_forbids_framing_and_guessing(client, path):
    reply = client.get(path)
    assert reply.one("x-content-type-options") == "nosniff"
    assert reply.one("x-frame-options") == "SAMEORIGIN"
    assert reply.one("referrer-policy") == "same-origin"
