"""Settings: what is usual, what can be set, and what a wrong one says."""

from pathlib import Path

import pytest
from sqlalchemy import make_url

from reportedly.settings import SettingRefused, Settings, has_sign_in_service

ROOT = Path("/srv/a class")


def settings(**environ: str) -> Settings:
    return Settings.from_environment(
        {f"REPORTEDLY_{name.upper()}": value for name, value in environ.items()}, ROOT
    )


def file_of(found: Settings) -> Path:
    return Path(make_url(found.database_url).database or "")


def test_without_settings_answers_lie_beside_the_program_for_thirty_days():
    found = settings()

    assert file_of(found) == ROOT / "data" / "reportedly.sqlite3"
    assert found.retention_days == 30
    assert found.root == ROOT


def test_an_empty_setting_is_none():
    assert settings(database_url="", retention_days=" ") == settings()


@pytest.mark.parametrize("name", ["a b", "50%20off", "ü&=+#"])
def test_any_folder_name_will_do(name):
    found = Settings.from_environment({}, Path("/srv") / name)

    assert file_of(found) == Path("/srv") / name / "data" / "reportedly.sqlite3"


def test_a_file_is_found_beside_the_program_wherever_it_was_started():
    assert file_of(settings(database_url="sqlite:///kept/here.db")) == ROOT / "kept" / "here.db"
    assert file_of(settings(database_url="sqlite:////var/here.db")) == Path("/var/here.db")


@pytest.mark.parametrize("spelling", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_uses_the_driver_we_name(spelling):
    found = settings(database_url=f"{spelling}://ann:p%40ss@db.school:5433/quiz?sslmode=require")

    assert (
        found.database_url == "postgresql+psycopg://ann:p%40ss@db.school:5433/quiz?sslmode=require"
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("mysql://ann:secret@db/quiz", "not the address of an SQLite or PostgreSQL database"),
        ("postgresql://ann:secret@db:port/quiz", "not the address"),
        ("somewhere", "not the address"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("postgresql://ann:secret@db", "names no database"),
    ],
)
def test_a_wrong_address_says_what_to_write_and_keeps_the_password(written, said):
    with pytest.raises(SettingRefused, match=said) as refused:
        settings(database_url=written)

    assert "REPORTEDLY_DATABASE_URL" in str(refused.value)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("days", ["1", "3650"])
def test_answers_can_be_kept_shorter_or_longer(days):
    assert settings(retention_days=days).retention_days == int(days)


@pytest.mark.parametrize(
    "days", ["0", "-1", "3651", "1e3", "30d", "a month", "٣", "0000000305", "9" * 5000]
)
def test_a_wrong_number_of_days_says_what_to_write(days):
    with pytest.raises(SettingRefused, match="whole number of days from 1 to 3650"):
        settings(retention_days=days)


def test_printing_the_settings_shows_no_password():
    assert "secret" not in repr(settings(database_url="postgresql://ann:secret@db/quiz"))


@pytest.mark.parametrize(
    ("written", "has"),
    [
        (None, False),
        ("", False),
        ('[database]\npassword = "x"\n', False),
        ('[auth]\nclient_id = "x"\n', True),
        ("[auth.google]\n", True),
        ("[auth", True),  # a slip of the pen opens no door
    ],
)
def test_a_sign_in_service_is_known_by_its_section(tmp_path, monkeypatch, written, has):
    monkeypatch.setenv("HOME", str(tmp_path / "nobody"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "nobody"))
    (tmp_path / ".streamlit").mkdir()
    if written is not None:
        (tmp_path / ".streamlit" / "secrets.toml").write_text(written)
    assert has_sign_in_service(tmp_path) is has
