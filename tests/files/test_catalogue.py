"""The list of quizzes, which a start of the server takes from where the last one left it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.files.shelf.catalogue import Catalogue, Catalogues
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.taxonomy import Skill, SkillText

ROOT = Path(__file__).parents[2]
BANKS = Path(__file__).parents[1] / "banks"
GOOD = (BANKS / "good" / "short-forms.yaml").read_text("utf-8")
SKILLS = {skill: SkillText(skill, f"Title of {skill}", "", "") for skill in Skill}


@pytest.fixture
def root(tmp_path):
    """A folder with one bank and one story."""
    shutil.copytree(BANKS / "story", tmp_path / "content")
    (tmp_path / "quizzes").mkdir()
    write(tmp_path / "quizzes" / "one.yaml", GOOD)
    return tmp_path


class Making:
    """Makes catalogues from the files, and counts how often."""

    def __init__(self, root):
        self.root, self.times = root, 0

    def __call__(self):
        self.times += 1
        return Catalogue.of(Library(self.root).shelf(), SKILLS)


def write(path, text):
    path.write_text(text, "utf-8")
    write.stamp += 1_000_000_000
    os.utime(path, ns=(write.stamp, write.stamp))


write.stamp = 1_700_000_000_000_000_000


def test_a_quiz_is_listed_with_what_a_learner_wants_to_know(root):
    [story] = Catalogues(root, Making(root)).now().stories
    [bank] = story.banks
    shelved = Library(root).shelf().banks["one"]
    assert (story.name, bank.name, bank.title) == ("ferry-bell", "one", shelved.bank.bank)
    assert (bank.questions, bank.minutes) == (len(shelved.bank.ready), shelved.bank.about_minutes)
    assert bank.skills == tuple(f"Title of {skill}" for skill in shelved.bank.skills)


def test_the_next_start_reads_no_bank_and_lists_the_same(root):
    first, second = Making(root), Making(root)
    assert Catalogues(root, first).now() == Catalogues(root, second).now()
    assert (first.times, second.times) == (1, 0)


@pytest.mark.parametrize("change", ["bank", "story", "skills", "new", "gone"])
def test_after_a_change_the_list_is_made_anew_by_this_start_and_by_the_next(root, change):
    running = Catalogues(root, Making(root))
    before = running.now()
    if change == "bank":
        write(root / "quizzes" / "one.yaml", GOOD.replace("Short forms", "Other words"))
    elif change == "story":
        about = root / "content" / "ferry-bell" / "story.yaml"
        write(about, about.read_text("utf-8").replace("title:", "title: Another", 1))
    elif change == "skills":
        write(root / "content" / "skills.yaml", "other words")
    elif change == "new":
        write(root / "quizzes" / "two.yaml", GOOD)
    else:
        (root / "quizzes" / "one.yaml").unlink()
    making = Making(root)
    started = Catalogues(root, making).now()
    assert making.times == 1
    assert running.now() == started
    # Titles of skills come from elsewhere in this test, so that change alone shows nowhere.
    assert (started == before) is (change == "skills")


def test_a_faulty_bank_is_listed_with_its_faults_and_a_bank_of_drafts_is_not(root):
    write(root / "quizzes" / "faulty.yaml", "bank: Nothing in it")
    drafts = GOOD.replace("\n- kind:", "\n- status: draft\n  kind:")
    write(root / "quizzes" / "one.yaml", drafts)
    for listed in (Catalogues(root, Making(root)).now(), Catalogues(root, Making(root)).now()):
        assert [(file.name, file.faults > 0) for file in listed.faulty] == [
            ("quizzes/faulty.yaml", True)
        ]
        assert "faulty.yaml:1" in listed.faulty[0].text
        assert listed.stories == ()


@pytest.mark.parametrize("kept", ["", "{", "[]", "{}", "null", '{"made_from": 1, "catalogue": 2}'])
def test_a_kept_list_that_cannot_be_read_is_made_anew(root, kept):
    expected = Catalogues(root, Making(root)).now()
    (root / "data" / "catalogue.json").write_text(kept, "utf-8")
    assert Catalogues(root, Making(root)).now() == expected
    assert json.loads((root / "data" / "catalogue.json").read_text("utf-8"))["catalogue"]


def test_where_nothing_can_be_kept_the_list_is_there_all_the_same(root):
    (root / "data").write_text("a file where the folder should be", "utf-8")
    assert len(Catalogues(root, Making(root)).now().stories) == 1


def test_the_first_page_needs_neither_the_types_of_questions_nor_yaml():
    wanted = "import sys, reportedly.ui.screens.quizzes as page; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", wanted], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    heavy = {"pydantic", "yaml", "numpy", "pandas", "PIL", "spacy", "rapidfuzz"}
    assert heavy.isdisjoint(done.stdout.split())
