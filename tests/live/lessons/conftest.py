"""One running server for the tests of live classes; another one that may be killed."""

from collections.abc import Iterator

import pytest

from tests.browser.running import Running, copy_app


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(copy_app(tmp_path_factory.mktemp("class") / "app")).start()
    yield running
    running.kill()
