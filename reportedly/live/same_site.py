"""What may be sent here, and where a browser may be sent: only from and to this app."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

_PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*", re.ASCII)  # no blanks, controls or backslashes


def is_https(scope: Scope) -> bool:
    """Whether the browser came by TLS, here or at a proxy in front."""
    forwarded = Headers(scope=scope).get("x-forwarded-proto", "")
    return scope.get("scheme") == "https" or forwarded.split(",")[0].strip() == "https"


def is_from_here(headers: Headers) -> bool:
    """Whether a form was sent by a page of this app and not by one of another site.

    Browsers that can tell say so themselves; the others name the page's address. Who sends
    neither is no browser that could be lured here, but is refused as well.
    """
    if told := headers.get("sec-fetch-site"):
        return told == "same-origin"
    came_from = headers.get("origin") or headers.get("referer") or ""
    try:
        host = urlsplit(came_from).netloc.lower()
    except ValueError:
        return False
    # A page of another site cannot set the second one; a proxy that changes the first one does.
    hosts = (headers.get("host", ""), headers.get("x-forwarded-host", "").split(",")[0].strip())
    return bool(host) and host in {name.lower() for name in hosts}


def inside(address: str) -> str:
    """The address if it is a page of this app, otherwise nothing."""
    return address if len(address) <= 500 and _PATH.fullmatch(address) else ""
