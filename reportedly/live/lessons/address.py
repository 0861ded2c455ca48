"""Where phones find the server."""

from __future__ import annotations

import socket
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from reportedly.live.same_site import is_https

_HERE = {"localhost", "127.0.0.1", "::1"}


def join_address(request: HTTPConnection) -> str:
    """The address that opens this server on other devices, as far as it can be known.

    It is the one that the asking browser used; where that browser is on the server's own machine,
    the machine's address on its network, if the server listens there.
    """
    scheme = "https" if is_https(request.scope) else "http"
    forwarded = request.headers.get("x-forwarded-host", "").split(",")[0].strip()
    host = forwarded or request.headers.get("host", "localhost")
    parts = urlsplit(f"//{host}")
    try:
        name, port = parts.hostname or "localhost", parts.port
    except ValueError:
        name, port = "localhost", None
    if name in _HERE and port is not None:
        lan = _lan_address()
        if lan is not None and _listens(lan, port):
            return f"{scheme}://{lan}:{port}"
    return f"{scheme}://{name}" + (f":{port}" if port else "")


def is_here_only(address: str) -> bool:
    """Whether only this machine can open it."""
    return urlsplit(address).hostname in _HERE


def _lan_address() -> str | None:
    """This machine's address on its network; None on none. Nothing is sent to find it out."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address reserved for documentation
            address = str(probe.getsockname()[0])
        except OSError:
            return None
    return None if address.startswith("127.") else address


@lru_cache(maxsize=16)
def _listens(address: str, port: int) -> bool:
    try:
        with socket.create_connection((address, port), timeout=0.3):
            return True
    except OSError:
        return False
