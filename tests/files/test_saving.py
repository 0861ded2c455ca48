"""Saving a bank: whole or not at all, and never over somebody else's words."""

import errno
import os
from pathlib import Path
from threading import Thread

import pytest

from reportedly.files.banks import bank_names
from reportedly.files.banks.bank_file import read_bank
from reportedly.files.reading.source import LARGEST
from reportedly.files.saving import CannotSave, ChangedMeanwhile, load, save

TEXT = "bank: Ünï\r\nstory: x\r\n"


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "bank.yaml"
    path.write_bytes(("\ufeff" + TEXT).encode())
    return path


def names_in(folder):
    return sorted(found.name for found in folder.iterdir())


def fails(number):
    def call(*_words, **_named):
        raise OSError(number, os.strerror(number))

    return call


def test_every_byte_that_was_loaded_is_saved(path):
    before = path.read_bytes()
    loaded = load(path)
    assert save(path, loaded.text, loaded.hash) == loaded
    assert path.read_bytes() == before
    assert names_in(path.parent) == ["bank.yaml"]


def test_a_file_that_was_changed_meanwhile_is_not_overwritten(path):
    loaded = load(path)
    path.write_text("theirs", "utf-8")
    with pytest.raises(ChangedMeanwhile, match="changed elsewhere") as refused:
        save(path, "ours", loaded.hash)
    assert refused.value.theirs == "theirs"
    assert path.read_text("utf-8") == "theirs"
    assert names_in(path.parent) == ["bank.yaml"]


def test_a_file_that_was_removed_meanwhile_is_said_to_be(path):
    loaded = load(path)
    path.unlink()
    with pytest.raises(ChangedMeanwhile, match="removed elsewhere") as refused:
        save(path, "ours", loaded.hash)
    assert refused.value.theirs is None
    assert names_in(path.parent) == []


def test_a_new_file_is_not_put_over_one_that_is_there(path, tmp_path):
    with pytest.raises(CannotSave, match="a file of this name already"):
        save(path, "ours", None)
    assert save(tmp_path / "new.yaml", "ours", None).text == "ours"
    assert names_in(tmp_path) == ["bank.yaml", "new.yaml"]


def test_permissions_stay_and_a_new_file_has_the_usual_ones(path, tmp_path):
    path.chmod(0o640)
    save(path, "ours", load(path).hash)
    assert path.stat().st_mode & 0o777 == 0o640
    (tmp_path / "by-hand").write_text("x")
    save(tmp_path / "new.yaml", "ours", None)
    assert (tmp_path / "new.yaml").stat().st_mode == (tmp_path / "by-hand").stat().st_mode


def test_what_a_link_points_to_is_saved_and_the_link_stays(path, tmp_path):
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    save(link, "ours", load(link).hash)
    assert link.is_symlink()
    assert path.read_text("utf-8") == "ours"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "read-only"),
        (errno.EIO, "could not be saved"),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_file_as_it_was(path, monkeypatch, number, words, call):
    loaded = load(path)
    with monkeypatch.context() as patch:
        if call == "replace":
            patch.setattr(Path, "replace", fails(number))
        else:
            patch.setattr(os, call, fails(number))
        with pytest.raises(CannotSave, match=words):
            save(path, "ours" * 1000, loaded.hash)
    assert load(path) == loaded
    assert names_in(path.parent) == ["bank.yaml"]


def test_a_read_only_file_is_respected(path, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)  # what root would be allowed all the same
    with pytest.raises(CannotSave, match="read-only"):
        save(path, "ours", load(path).hash)


def test_half_a_character_and_a_heap_of_words_are_refused(path):
    loaded = load(path)
    with pytest.raises(CannotSave, match="half a character"):
        save(path, "\ud800", loaded.hash)
    with pytest.raises(CannotSave, match="larger than 5 MB"):
        save(path, "x" * (5 * 1024 * 1024 + 1), loaded.hash)
    path.write_bytes(b"\xff")
    with pytest.raises(CannotSave, match="UTF-8"):
        load(path)


def test_of_two_who_save_at_once_one_is_told(path):
    loaded = load(path)
    told = []

    def one(text):
        try:
            save(path, text, loaded.hash)
        except ChangedMeanwhile as refused:
            told.append(refused.theirs)

    threads = [Thread(target=one, args=(f"from {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [load(path).text] * 7


def test_what_was_left_by_a_sudden_death_is_in_nobody_s_way(path):
    (path.parent / f".bank.yaml.{os.getpid()}.saving").write_text("half")
    save(path, "ours", load(path).hash)
    assert names_in(path.parent) == ["bank.yaml"]


# --- the files of banks ---------------------------------------------------------------------------

REFUSED = ["../x", "/etc/x", "a/b", "a\\b", "..", "", "CON", "con", "lpt1", "a.b", "A", "é", "-a",
           "x" * 61, "a\n", "retired", "nul"]  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_name_that_leaves_the_folder_or_is_no_name_is_refused(tmp_path, name):
    for refused in (
        lambda: bank_names.create(tmp_path, name, "x"),
        lambda: bank_names.rename(tmp_path, name, "new"),
        lambda: bank_names.retire(tmp_path, name),
    ):
        with pytest.raises(CannotSave, match=r"name"):
            refused()
    assert names_in(tmp_path) == []


def test_a_new_bank_has_one_draft_and_no_fault(tmp_path):
    text = bank_names.new_bank("who-said", "lantern-walk", 'A "title": here')
    reading = read_bank(text)
    assert reading.faults == ()
    assert reading.bank.bank == 'A "title": here'
    assert reading.bank.ready == ()
    bank_names.create(tmp_path, "who-said", text)
    assert names_in(tmp_path) == ["who-said.yaml"]


def test_banks_are_copied_renamed_retired_and_brought_back(tmp_path):
    bank_names.create(tmp_path, "one", TEXT)
    bank_names.copy(tmp_path, "one", "two")
    bank_names.rename(tmp_path, "two", "three")
    bank_names.retire(tmp_path, "three")
    assert names_in(tmp_path) == ["one.yaml", "retired"]
    assert load(tmp_path / "retired" / "three.yaml").text == TEXT
    bank_names.create(tmp_path, "three", TEXT)
    with pytest.raises(CannotSave, match="a file of this name already"):
        bank_names.bring_back(tmp_path, "three")
    (tmp_path / "three.yaml").unlink()
    bank_names.bring_back(tmp_path, "three")
    assert names_in(tmp_path / "retired") == []
    for taken in (bank_names.copy, bank_names.rename):
        with pytest.raises(CannotSave, match="a file of this name already"):
            taken(tmp_path, "one", "three")
    assert load(tmp_path / "one.yaml").text == TEXT
    with pytest.raises(CannotSave, match="removed elsewhere"):
        bank_names.rename(tmp_path, "none", "new")


def test_a_deleted_bank_is_kept_first_and_can_come_back(tmp_path):
    kept = []
    saved = bank_names.create(tmp_path, "one", TEXT)
    with pytest.raises(ChangedMeanwhile):
        bank_names.delete(tmp_path, "one", "another hash", kept.append)
    bank_names.delete(tmp_path, "one", saved.hash, kept.append)
    assert names_in(tmp_path) == []
    assert bank_names.create(tmp_path, "one", kept[0]) == saved


def test_a_bank_that_cannot_be_kept_is_not_deleted(tmp_path):
    saved = bank_names.create(tmp_path, "one", TEXT)

    def refuses(_text):
        raise RuntimeError("the database is full")

    with pytest.raises(RuntimeError):
        bank_names.delete(tmp_path, "one", saved.hash, refuses)
    assert names_in(tmp_path) == ["one.yaml"]


def test_a_file_of_more_than_5_mb_is_not_loaded(tmp_path):
    path = tmp_path / "large.yaml"
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(CannotSave, match="The file is larger than 5 MB"):
        load(path)
