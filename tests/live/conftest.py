"""The running app, asked without a browser."""

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection

import pytest

from tests.browser.running import Running, copy_app


@dataclass(frozen=True)
class Reply:
    """What the server answered."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        """Every header of that name."""
        return [value for key, value in self.headers if key.lower() == name]

    def one(self, name: str) -> str:
        """The only header of that name."""
        [value] = self.all(name)
        return value


@dataclass(frozen=True)
class Client:
    """Asks one server."""

    port: int

    def get(
        self, path: str, *, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Reply:
        """Asks for a path; `_` in a header's name stands for `-`."""
        connection = HTTPConnection("localhost", self.port, timeout=20)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, body=body, headers=named)
            reply = connection.getresponse()
            return Reply(reply.status, reply.getheaders(), reply.read())
        finally:
            connection.close()


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    running = Running(copy_app(tmp_path_factory.mktemp("live") / "app")).start()
    yield Client(running.port)
    running.kill()
