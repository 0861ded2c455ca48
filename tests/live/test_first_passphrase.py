"""The passphrase of a first start."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from reportedly.credentials import matches
from reportedly.live.first_passphrase import (
    announcement,
    make_first_passphrase,
    tell_first_passphrase,
)
from reportedly.settings import Settings
from reportedly.store.database import connect
from reportedly.store.instructors import Instructors
from tests.builders import NOON


def told(settings, **how):
    async def start():
        telling = tell_first_passphrase(settings, lambda: "http://localhost:8501", **how)
        await asyncio.wait_for(telling, 30)

    asyncio.run(start())


def test_it_is_printed_once_and_only_its_hash_is_stored(tmp_path, capsys):
    settings = Settings.from_environment({}, tmp_path)
    told(settings)
    printed = capsys.readouterr().out
    (words,) = re.findall(r"passphrase   (.+)\n", printed)
    engine = connect(settings.database_url)
    assert matches(words, Instructors(engine).passphrase())
    engine.dispose()
    told(settings)
    assert capsys.readouterr().out == ""


def test_servers_that_start_at_once_make_one_passphrase(tmp_path):
    settings = Settings.from_environment({}, tmp_path)
    at_once = Barrier(3)

    def start(_: int) -> str | None:
        at_once.wait()
        return make_first_passphrase(settings, NOON)

    with ThreadPoolExecutor(3) as servers:
        (words,) = [told for told in servers.map(start, range(3)) if told is not None]
    engine = connect(settings.database_url)
    assert matches(words, Instructors(engine).passphrase())
    engine.dispose()


def test_a_lost_database_gets_a_new_one(tmp_path, capsys):
    settings = Settings.from_environment({}, tmp_path)
    told(settings)
    first = capsys.readouterr().out
    for file in (tmp_path / "data").iterdir():
        file.unlink()
    told(settings)
    second = capsys.readouterr().out
    assert "passphrase" in second
    assert second != first


def test_it_waits_for_a_database_that_cannot_be_reached_and_says_so_once(tmp_path, capsys, caplog):
    settings = Settings.from_environment({}, tmp_path)
    blocked = tmp_path / "data"
    blocked.write_text("a file where the folder should be")

    async def start():
        telling = tell_first_passphrase(settings, lambda: "http://localhost:8501", again=0.05)
        waiting = asyncio.create_task(telling)
        await asyncio.sleep(0.5)
        assert not waiting.done()
        blocked.unlink()
        await asyncio.wait_for(waiting, 30)

    asyncio.run(start())
    printed = capsys.readouterr().out
    assert "sign in at   http://localhost:8501/sign-in\n" in printed
    assert [record.levelname for record in caplog.records] == ["WARNING"]
    (words,) = re.findall(r"passphrase   (.+)\n", printed)
    assert words not in caplog.text


def test_what_is_printed_tells_what_to_do_when_it_is_lost():
    assert "python -m reportedly passphrase" in announcement("some words", "http://localhost:8501")
