"""The shelf of banks and stories, and how it follows the files."""

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reportedly.files.shelf.shelf import Library

BANKS = Path(__file__).parents[1] / "banks"
GOOD = (BANKS / "good" / "short-forms.yaml").read_text("utf-8")


@pytest.fixture
def root(tmp_path):
    """A folder with one bank and one story."""
    shutil.copytree(BANKS / "story", tmp_path / "content")
    (tmp_path / "quizzes").mkdir()
    (tmp_path / "quizzes" / "one.yaml").write_text(GOOD, "utf-8")
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    stamp = path.stat().st_mtime_ns + 1_000_000
    os.utime(path, ns=(stamp, stamp))


def test_a_bank_stands_with_its_story_and_a_hash_of_its_content(root):
    shelf = Library(root).shelf()
    assert list(shelf.stories) == ["ferry-bell"]
    assert shelf.banks["one"].story is shelf.stories["ferry-bell"]
    assert len(shelf.banks["one"].content) == 16
    assert shelf.faulty == ()


def test_a_changed_bank_is_read_again_and_gets_another_hash(root):
    library = Library(root)
    before = library.shelf().banks["one"]
    write(root / "quizzes" / "one.yaml", GOOD.replace("Short forms", "Other words"))
    after = library.shelf().banks["one"]
    assert after.bank.bank == "Other words"
    assert after.content != before.content


def test_what_has_not_changed_is_not_read_again(root):
    library = Library(root)
    (root / "quizzes" / "two.yaml").write_text(GOOD, "utf-8")
    before = library.shelf()
    assert library.shelf() is before
    write(root / "quizzes" / "two.yaml", GOOD + "\n")
    after = library.shelf()
    assert after.banks["one"].bank is before.banks["one"].bank
    assert after.banks["two"].bank is not before.banks["two"].bank
    assert after.stories["ferry-bell"] is before.stories["ferry-bell"]


def test_a_deleted_bank_vanishes(root):
    library = Library(root)
    library.shelf()
    (root / "quizzes" / "one.yaml").unlink()
    assert library.shelf().banks == {}


def test_one_faulty_bank_does_not_hide_another(root):
    (root / "quizzes" / "bad.yaml").write_text("bank: [", "utf-8")
    shelf = Library(root).shelf()
    assert list(shelf.banks) == ["one"]
    assert [file.name for file in shelf.faulty] == ["quizzes/bad.yaml"]
    assert "quizzes/bad.yaml:1" in shelf.faulty[0].text()


def test_a_bank_about_a_faulty_story_is_faulty_until_the_story_is_mended(root):
    library = Library(root)
    library.shelf()
    story = root / "content" / "ferry-bell" / "story.yaml"
    good = story.read_text("utf-8")
    write(story, good.replace("title:", "titel:"))
    shelf = library.shelf()
    assert shelf.banks == {}
    assert [file.name for file in shelf.faulty] == ["content/ferry-bell", "quizzes/one.yaml"]
    assert 'the story "ferry-bell" has faults of its own' in shelf.faulty[1].text()
    write(story, good + "\n")
    assert list(library.shelf().banks) == ["one"]


def test_a_bank_about_no_story_says_so(root):
    shutil.rmtree(root / "content" / "ferry-bell")
    (file,) = Library(root).shelf().faulty
    assert 'there is no story "ferry-bell" in content' in file.text()


def test_evidence_is_checked_again_when_the_article_changes(root):
    library = Library(root)
    assert list(library.shelf().banks) == ["one"]
    article = root / "content" / "ferry-bell" / "a.md"
    write(article, article.read_text("utf-8").replace("It gave no reason.", "It was silent."))
    assert library.shelf().banks == {}


def test_a_bank_with_only_a_warning_opens(root):
    write(
        root / "quizzes" / "one.yaml",
        GOOD.replace("The repair", '"x"').replace("ask: Which day?", "ask: Which day #3"),
    )
    shelved = Library(root).shelf().banks["one"]
    assert {report.severity for report in shelved.warnings} == {"warning"}
    assert any("is dropped" in report.message for report in shelved.warnings)


def test_what_is_weak_in_a_bank_is_looked_for_once_until_the_file_changes(root):
    library = Library(root)
    one = library.shelf().banks["one"]
    assert [report.rule for report in one.warnings if report.rule]
    write(root / "quizzes" / "two.yaml", GOOD.replace("Short forms", "Other words"))
    again = library.shelf().banks["one"]
    assert again.warnings is one.warnings
    write(root / "quizzes" / "one.yaml", "# a remark\n" + GOOD)
    moved = library.shelf().banks["one"].warnings
    assert [report.line - 1 for report in moved] == [report.line for report in one.warnings]


def test_an_empty_folder_has_an_empty_shelf(tmp_path):
    shelf = Library(tmp_path).shelf()
    assert (shelf.stories, shelf.banks, shelf.faulty) == ({}, {}, ())


def test_many_threads_may_ask_while_a_bank_is_being_changed(root):
    library = Library(root)

    def ask(n: int) -> int:
        if n % 10 == 0:
            new = root / f"{n}.tmp"
            new.write_text(GOOD + "\n" * n, "utf-8")
            new.replace(root / "quizzes" / "one.yaml")
        return len(library.shelf().banks)

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(80))) == {1}


def test_a_bank_with_another_ending_is_listed_with_the_name_it_needs(root):
    library = Library(root)
    library.shelf()
    (root / "quizzes" / "two.yml").write_text(GOOD, "utf-8")
    (faulty,) = library.shelf().faulty
    assert faulty.name == "quizzes/two.yml"
    assert "rename the file to two.yaml" in faulty.text()
    (root / "quizzes" / "two.yml").rename(root / "quizzes" / "two.yaml")
    assert library.shelf().faulty == ()
    assert sorted(library.shelf().banks) == ["one", "two"]


def test_files_that_begin_with_a_point_are_no_banks(root):
    (root / "quizzes" / "._one.yaml").write_bytes(b"\0\5\x16\7")
    shelf = Library(root).shelf()
    assert (list(shelf.banks), shelf.faulty) == (["one"], ())
