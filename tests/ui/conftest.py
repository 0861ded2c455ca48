"""Pages run without a browser, on an installation of their own."""

import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.runtime.context import ContextProxy
from streamlit.testing.v1 import AppTest

from reportedly.credentials import Passphrase, signed
from reportedly.identity import INSTRUCTOR_COOKIE
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.errors import StoreError
from reportedly.store.instructors import Instructors
from reportedly.store.lessons import Lessons
from tests.builders import NOON

ROOT = Path(__file__).parents[2]
SHELF = ROOT / "tests" / "browser" / "shelf"
PATIENCE = 60
TOKEN = "t" * 43
LEARNER = sha256(TOKEN.encode()).hexdigest()[:32]


@pytest.fixture
def shelf() -> tuple[Path, ...]:
    """Whose quizzes and content there are; a test that wants others replaces it."""
    return (ROOT, SHELF)


@pytest.fixture
def installation(tmp_path: Path, shelf: tuple[Path, ...]) -> Path:
    """A folder with the shelf, and room for a database."""
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "content").mkdir()
    for path in (ROOT / "content").glob("*.yaml"):
        shutil.copy2(path, tmp_path / "content")
    for root in shelf:
        for part in ("content", "quizzes"):
            shutil.copytree(root / part, tmp_path / part, dirs_exist_ok=True)
    return tmp_path


@pytest.fixture
def store(installation: Path) -> Iterator[Attempts]:
    """The attempts of the installation, from outside."""
    engine = connect(f"sqlite:///{installation / 'answers.sqlite3'}")
    yield Attempts(engine)
    engine.dispose()


@pytest.fixture
def lessons(store: Attempts) -> Lessons:
    """The lessons of the installation, from outside."""
    return Lessons(store.engine, store)


@pytest.fixture
def visit(
    installation: Path, store: Attempts, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., AppTest]]:
    """Opens a page by its address, as the learner LEARNER."""
    address = f"sqlite:///{installation / 'answers.sqlite3'}"
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", address)
    monkeypatch.delenv("REPORTEDLY_RETENTION_DAYS", raising=False)
    monkeypatch.setattr(ContextProxy, "cookies", {"reportedly_learner": TOKEN})
    # What visitors share is kept in modules, so each test gets modules of its own.
    kept = _take_pages_out()
    st.cache_resource.clear()
    resources = import_module("reportedly.resources")
    monkeypatch.setattr(resources, "APP", installation)

    def open_page(path: str = "", **query: str) -> AppTest:
        app = AppTest.from_file(ROOT / "reportedly" / "ui" / "main.py", default_timeout=PATIENCE)
        # It would look through all that is installed for more components, each time anew.
        app._bidi_component_manager = BidiComponentManager()
        # Streamlit knows its pages once it has run; only files can be switched to by name.
        app.query_params.update(query if not path else {})
        app.run()
        if path:
            [page] = [h for h, p in app._registered_pages.items() if p["url_pathname"] == path]
            app._page_hash = page
            app.query_params.update(query)
            app.run()
        return app

    yield open_page
    with suppress(StoreError):
        resources.attempts()._engine.dispose()
    _take_pages_out()
    sys.modules.update(kept)
    st.cache_resource.clear()


@pytest.fixture
def as_ann(
    store: Attempts, visit: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., AppTest]:
    """Opens pages as an instructor."""
    instructors = Instructors(store.engine)
    instructors.set_passphrase(Passphrase("hash", "secret"), NOON)
    instructors.open_session("token", "Ann", NOON, datetime(2999, 1, 1, tzinfo=UTC))
    cookie = {INSTRUCTOR_COOKIE: signed("token", "secret")}
    monkeypatch.setattr(ContextProxy, "cookies", cookie)
    return visit


def _take_pages_out() -> dict[str, ModuleType]:
    shared = ("reportedly.ui", "reportedly.resources")
    names = [n for n in sys.modules if n in shared or n.startswith("reportedly.ui.")]
    return {name: sys.modules.pop(name) for name in names}
