import pytest

from reportedly.authoring.extraction.article import Refused
from reportedly.files.stories.article_import import (
    LARGEST,
    pasted_article,
    raw_article,
    read_raw_article,
)

BODY = "The mayor of Port Vell said on Monday that the bridge over the river was safe for all lorries. "
PAGE = f"""<!DOCTYPE html><html><head><title>Bridge is safe, says mayor</title>
<meta property="og:site_name" content="Port Times"><meta name="author" content="Ida Holt">
<meta property="article:published_time" content="2021-03-08T10:00:00Z">
<script>alert("stolen"); document.write("evil words")</script><style>p {{color: red}}</style></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Bridge is safe, says mayor</h1>
<figure><img src="x.jpg"><figcaption>The bridge on Sunday.</figcaption></figure>
<p>{BODY * 2}</p><p onclick="evil()">{BODY}<script>more_evil()</script></p><p>{BODY * 3}</p></article>
<footer>Cookies and terms</footer></body></html>"""


def test_a_page_is_read_without_its_scripts_and_menus():
    article = raw_article("a.html", PAGE.encode())
    assert article.text.count("The mayor of Port Vell") == 6
    for foreign in ("evil", "alert", "stolen", "color", "Sport", "Cookies"):
        assert foreign not in article.text


def test_a_page_tells_its_headline_caption_outlet_author_and_date():
    article = raw_article("a.html", PAGE.encode())
    assert [b.kind for b in article.blocks][:2] == ["headline", "caption"]
    hints = article.hints
    assert (hints.outlet, hints.byline, hints.published) == ("Port Times", "Ida Holt", "2021-03-08")


def test_plain_text_is_kept_as_it_is_whatever_its_encoding():
    assert raw_article("a.txt", "It’s “safe”".encode()).text == "It’s “safe”"
    assert raw_article("a.txt", "It’s “safe”".encode("cp1252")).text == "It’s “safe”"
    assert raw_article("a.txt", "\ufeffsafe".encode("utf-16")).text.strip("\ufeff") == "safe"
    assert pasted_article("a", "pasted").text == "pasted"


@pytest.mark.parametrize(
    ("file", "data", "found"),
    [
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20, "binary file"),
        ("a.txt", bytes(range(1, 32)) * 30, "binary file"),
        ("a.pdf", b"%PDF-1.7", "only .txt, .md and .html"),
        ("a.html", b"<html><body></body></html>", "no article was found"),
    ],
)
def test_what_is_no_article_is_refused(file, data, found):
    with pytest.raises(Refused, match=found):
        raw_article(file, data)


def test_a_missing_file_a_folder_and_a_huge_file_are_refused(tmp_path):
    with pytest.raises(Refused, match="there is no such file"):
        read_raw_article(tmp_path / "none.txt")
    with pytest.raises(Refused, match="there is no such file"):
        read_raw_article(tmp_path)
    (tmp_path / "big.html").write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(Refused, match="at most 5,000,000"):
        read_raw_article(tmp_path / "big.html")
    with pytest.raises(Refused, match="at most 5,000,000"):
        raw_article("uploaded.txt", b"x" * (LARGEST + 1))
