"""The seat's and the projector's page: small, and with nothing from elsewhere."""

from __future__ import annotations

import re

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from reportedly.live.lessons.bundle import packed

_HOST = re.compile(r"[\w.:\[\]-]{1,255}", re.ASCII)


def seat_page(request: Request, retention_days: int) -> Response:
    """Where a learner joins and answers; the code, if there is one, is read from the address."""
    return _page(request, "seat", "Join a class", f' data-days="{retention_days}"')


def screen_page(request: Request) -> Response:
    """What the projector shows."""
    return _page(request, "screen", "Class")


def script(request: Request) -> Response:
    """The code of one of the two, in one file."""
    name = request.path_params["name"]
    if name not in ("seat", "screen"):
        return Response(status_code=404)
    content, version = packed(f"class/{name}.js")
    headers = {
        "cache-control": "public, max-age=31536000, immutable"
        if request.query_params.get("v") == version
        else "no-cache",
        "content-encoding": "gzip",
        "vary": "accept-encoding",
    }
    return Response(content, media_type="text/javascript", headers=headers)


def _page(request: Request, name: str, title: str, told: str = "") -> Response:
    _, version = packed(f"class/{name}.js")
    host = request.headers.get("host", "")
    # Some browsers do not count sockets of the same host as 'self'.
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    headers = {
        "cache-control": "no-cache",
        "content-security-policy": (
            f"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            f"img-src 'self' data:; connect-src 'self'{sockets}; form-action 'none'; "
            "base-uri 'none'; frame-ancestors 'self'"
        ),
    }
    return HTMLResponse(
        f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{title} - Reportedly</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/class/{name}.css">
<script type="module" src="/live/{name}.js?v={version}"></script>
</head>
<body>
<main id="main"{told}><noscript>This page needs JavaScript.</noscript></main>
</body>
</html>
""",
        headers=headers,
    )
