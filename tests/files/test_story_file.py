"""Reading the folder of a story."""

import shutil
from pathlib import Path

import pytest

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.stories.story_file import read_story

STORY = Path(__file__).parents[1] / "banks" / "story" / "ferry-bell"
CONTENT = Path(__file__).parents[2] / "content"


@pytest.fixture
def folder(tmp_path):
    """A copy of the story, to spoil."""
    return Path(shutil.copytree(STORY, tmp_path / "ferry-bell"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def reports(folder: Path) -> list[str]:
    return [f"{r.file}:{r.line} {r.message}; {r.help}" for r in read_story(folder, name="s").faults]


@pytest.mark.parametrize(
    "folder", [p for p in sorted(CONTENT.iterdir()) if p.is_dir()], ids=lambda p: p.name
)
def test_a_shipped_story_has_no_faults(folder):
    assert [report.text for report in read_story(folder).faults] == []


def test_a_good_story_is_read():
    reading = read_story(STORY)
    assert reading.faults == ()
    assert reading.story is not None
    assert [article.letter for article in reading.story.articles] == ["A", "B"]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("claims.yaml", "words: stopped ringing on", "words: stopped singing on",
         's/claims.yaml:9 "stopped singing on Tuesday" is not in A3; '
         'the nearest are "stopped ringing on Tuesday,"'),
        ("claims.yaml", "hedges: [At least]", "hedges: [At most]",
         's/claims.yaml:24 "At most" is not in A4; the nearest are "At least"'),
        ("claims.yaml", "cue: {words: said,", "cue: {words: claimed,",
         's/claims.yaml:13 "claimed" is not in A3; the nearest are "said."'),
        ("claims.yaml", "speaker: office", "speaker: ofice",
         's/claims.yaml:11 unknown speaker "ofice", did you mean "office"?; write office'),
        ("claims.yaml", "voice: reported", "via: [post]\n    voice: reported",
         's/claims.yaml:12 unknown speaker "post"; '
         "add it to `speakers` at the top of the file"),
        ("claims.yaml", "id: A-2", "id: A-1",
         's/claims.yaml:17 the id "A-1" is used twice (lines 7, 17); '
         "give each claim its own id"),
        ("claims.yaml", "at: A3\n    words", "at: A7\n    words",
         "s/claims.yaml:8 article A has no paragraph 7; use 1 to 4"),
        ("claims.yaml", "at: B2\n", "at: C2\n",
         's/claims.yaml:30 there is no article "C" in this story; use A, B'),
        ("claims.yaml", "value: 12", "value: a dozen",
         's/claims.yaml:37 "value" is the text "a dozen", not a number; '
         "write a number, such as 1 or 2"),
        ("claims.yaml", "voice: reported", "voice: reportd",
         's/claims.yaml:12 unknown voice "reportd", did you mean "reported"?; write reported'),
        ("story.yaml", "claims: [A-1]", "claims: [A-9]",
         's/story.yaml:18 there is no claim "A-9", did you mean "A-2"?; use one of: A-1, A-2, B-1'),
        ("story.yaml", "letter: B", "letter: C",
         "s/story.yaml:12 there is no file c.md beside this one; "
         "add the article, or remove the entry"),
        ("story.yaml", "story: ferry-bell", "story: ferry",
         's/story.yaml:1 the story is called "ferry", its folder "ferry-bell"; '
         "write ferry-bell"),
        ("story.yaml", "is: 2024-06-05", "is: last Tuesday",
         "s/story.yaml:11 a date is written 2015-09-18, 2015-09 or 2015; "
         "a span 2015-09-12/2015-09-13"),
        ("story.yaml", "title: A bell", "title: A bell: one",
         "s/story.yaml:2 a colon followed by a space stands inside a text that is not in quotes; "
         'put the whole text in quotes: "A bell: one that did not ring"'),
        ("story.yaml", "because: no name is printed", "becaus: no name is printed",
         's/story.yaml:14 unknown field "becaus", did you mean "because"?; write because'),
    ],
)  # fmt: skip
def test_a_fault_of_a_story_is_placed_and_named(folder, name, old, new, expected):
    change(folder, name, old, new)
    assert expected in reports(folder)
    assert read_story(folder).story is None


def test_words_of_an_original_beside_the_retelling_may_be_quoted(folder):
    text = (folder / "a.md").read_text("utf-8").replace("stopped ringing", "fell silent")
    (folder / "a.original.txt").write_text(text, "utf-8")
    change(folder, "claims.yaml", "words: stopped ringing on", "words: fell silent on")
    reading = read_story(folder)
    assert reading.faults == ()
    bank = read_bank(
        "bank: x\nstory: ferry-bell\nquestions:\n  - {kind: short, ask: a, accept: b, "
        "evidence: [{at: A3, words: fell silent}, {at: A3, words: stopped ringing}]}\n",
        stories={"ferry-bell": reading.story},
    )
    assert bank.faults == ()


def test_an_original_with_other_paragraphs_is_refused(folder):
    (folder / "a.original.txt").write_text("One.\n\nTwo.\n", "utf-8")
    assert any("the original has 2 paragraphs" in report for report in reports(folder))


@pytest.mark.parametrize("value", ["1e999999999", "1/0", "9" * 5000])
def test_a_number_that_no_computer_should_hold_is_refused(folder, value):
    change(folder, "claims.yaml", "value: 12", f"value: {value}")
    (report,) = read_story(folder, name="s").faults
    assert (report.line, "not a number" in report.message) == (37, True)


def test_a_claim_that_cannot_be_read_does_not_hide_the_next(folder):
    change(folder, "claims.yaml", "says: The bell", 'says: "The" bell')
    change(folder, "claims.yaml", "speaker: tom", "speaker: tm")
    assert [report.split(" ")[0] for report in reports(folder)] == [
        "s/claims.yaml:10",
        "s/claims.yaml:33",
    ]


def test_a_missing_file_is_named(folder):
    (folder / "claims.yaml").unlink()
    assert "s/claims.yaml:1 there is no such file; check the name and the folder" in reports(folder)
