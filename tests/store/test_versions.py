"""The versions of a bank: all that were saved, and who saved them when."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from reportedly.store.versions import NoSuchVersion, Version, Versions

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
TEXT = "\ufeffbank: Ünï 🔔\r\nstory: x\r\n"


@pytest.fixture
def versions(engine):
    return Versions(engine)


def test_versions_come_newest_first_and_to_the_last_character(versions):
    assert versions.keep("one", TEXT, "Ada", NOW) == 1
    assert versions.keep("one", "other", "Ben", NOW + timedelta(hours=1)) == 2
    assert versions.keep("two", "another bank", "Ada", NOW) == 1
    assert versions.of("one") == (
        Version(2, "Ben", NOW + timedelta(hours=1)),
        Version(1, "Ada", NOW),
    )
    assert versions.text("one", 1) == TEXT
    assert versions.banks() == ("one", "two")


def test_the_same_text_is_kept_once_until_another_came_between(versions):
    assert versions.keep("one", TEXT, "Ada", NOW) == 1
    assert versions.keep("one", TEXT, "Ben", NOW) == 1
    assert versions.keep("one", "other", "Ben", NOW) == 2
    assert versions.keep("one", TEXT, "Ben", NOW) == 3
    assert [version.saved_by for version in versions.of("one")] == ["Ben", "Ben", "Ada"]


def test_a_version_that_is_not_there_is_said_to_be_missing(versions):
    versions.keep("one", TEXT, "Ada", NOW)
    for bank, number in [("one", 2), ("two", 1)]:
        with pytest.raises(NoSuchVersion, match="not here"):
            versions.text(bank, number)
    assert versions.of("two") == ()


def test_versions_follow_their_bank_to_another_name(versions):
    versions.keep("new", "of a bank that was deleted", "Ada", NOW)
    versions.keep("old", TEXT, "Ada", NOW)
    versions.keep("old", "other", "Ada", NOW)
    versions.rename("old", "new")
    assert versions.of("old") == ()
    assert [versions.text("new", n) for n in (1, 2, 3)] == [
        "of a bank that was deleted", TEXT, "other",
    ]  # fmt: skip


def test_two_who_save_at_once_get_two_numbers(engine, elsewhere):
    both = [Versions(engine), Versions(elsewhere)]
    with ThreadPoolExecutor(4) as pool:
        numbers = pool.map(lambda n: both[n % 2].keep("one", f"text {n}", "Ada", NOW), range(12))
    assert sorted(numbers) == list(range(1, 13))
