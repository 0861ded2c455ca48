"""Files that an instructor brings in, as raw articles: plain text, Markdown or a saved web page."""

from __future__ import annotations

import re
from pathlib import Path

from reportedly.authoring.extraction.article import Hints, RawArticle, Refused

LARGEST = 5_000_000
"""Bytes of one file; a saved web page carries much besides its text."""
_WEB = (".html", ".htm", ".xhtml")
_TEXT = (".txt", ".md", ".markdown", ".text", "")


def read_raw_article(path: Path, *, published: str | None = None) -> RawArticle:
    """The article in a file.

    Raises:
        Refused: if it is no text that can be read.
    """
    try:
        if not path.is_file():
            raise Refused(f"{path.as_posix()}: there is no such file; check the name.")
        _refuse_size(path.as_posix(), path.stat().st_size)
        data = path.read_bytes()
    except OSError as fault:
        raise Refused(f"{path.as_posix()} cannot be read ({fault.strerror}).") from fault
    return raw_article(path.name, data, published=published)


def raw_article(file: str, data: bytes, *, published: str | None = None) -> RawArticle:
    """The article in the bytes of an uploaded file, by the ending of its name.

    Raises:
        Refused: if it is no text that can be read.
    """
    ending = Path(file).suffix.lower()
    if ending not in _WEB + _TEXT:
        raise Refused(
            f"{file}: only .txt, .md and .html can be read; save the article as one of these."
        )
    _refuse_size(file, len(data))
    text = _decoded(file, data)
    if ending in _WEB or re.match(r"\s*(?:<!doctype html|<html)", text, re.IGNORECASE):
        return _from_page(file, text, published)
    return RawArticle(file, text, published=published)


def pasted_article(name: str, text: str, *, published: str | None = None) -> RawArticle:
    """The article in pasted text."""
    return raw_article(f"{name}.txt", text.encode(), published=published)


def _refuse_size(file: str, size: int) -> None:
    if size > LARGEST:
        raise Refused(
            f"{file} has {size:,} bytes, and an article's file may have at most "
            f"{LARGEST:,}; save the article alone."
        )


def _decoded(file: str, data: bytes) -> str:
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused(
            f"{file} is no text but a binary file; save the article as .txt, .md or .html."
        )
    for encoding in (
        ("utf-8-sig", "utf-16") if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",)
    ):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        text = data.decode("cp1252", errors="replace")
    odd = sum(not (c.isprintable() or c.isspace()) or c == "\ufffd" for c in text[:20_000])
    if odd > max(2, len(text[:20_000]) // 100):
        raise Refused(
            f"{file} is no text but a binary file; save the article as .txt, .md or .html."
        )
    return "".join(c for c in text if c.isprintable() or c.isspace())


def _from_page(file: str, page: str, published: str | None) -> RawArticle:
    """The article of a web page, without menus, scripts and styles; nothing is fetched."""
    # Slow to import, and needed for pages only.
    import trafilatura

    try:
        found = trafilatura.bare_extraction(
            page,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            favor_precision=False,
        )
    except Exception as fault:  # whatever a broken page makes of the parser
        raise Refused(
            f"{file} cannot be read as a web page; copy its text into a .txt file."
        ) from fault
    if isinstance(found, dict):  # what older versions of the library return
        found = None
    text = (found.text or "") if found is not None else ""
    if found is None or not text.strip():
        raise Refused(f"{file}: no article was found in the page; copy its text into a .txt file.")
    blocks = [block.strip() for block in text.split("\n") if block.strip()]
    title = (found.title or "").strip()
    if title and blocks and _same(blocks[0], title):
        blocks = blocks[1:]
    captions = [c for c in _captions(page) if not any(_same(c, b) for b in blocks)]
    head = [f"# {title}"] if title else []
    whole = "\n\n".join([*head, *(f"Caption: {c}" for c in captions), *blocks])
    hints = Hints(
        found.sitename or None, found.author or None, found.date or None, _link(found.url)
    )
    return RawArticle(file, whole, hints, published)


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one.lower()) == re.sub(r"\W+", "", other.lower())


def _link(url: str | None) -> str | None:
    return url if url and re.match(r"https?://", url) else None


def _captions(page: str) -> list[str]:
    from lxml import html  # type: ignore[import-untyped]

    try:
        tree = html.fromstring(page.encode())
    except (ValueError, html.etree.ParserError):
        return []
    texts = (" ".join(node.text_content().split()) for node in tree.iter("figcaption"))
    return [text for text in texts if text][:10]
