"""A bank of drafts as a file: made, and made again around what people have written in it."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.banks.drafts import DraftingRefused, draft_bank, drafts_again, new_drafts
from reportedly.files.editing.questions import move_question, question_text, remove_question
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.values import add_field, remove_field, set_value
from tests.authoring.ledgers import FOLDERS, a_row, a_story, counts, said

FERRY = FOLDERS[2]
ROWS = [
    said("A-2", "nurse", "Some fell ill", quantity=counts(50, "at least"), hedges=["at least"]),
    said("A-3", "radio", "A few fell ill", quantity=counts(16)),
    said("B-2", "radio", "A few fell ill", quantity=counts(16)),
    said("B-3", "baker", "The rain did it", topic="rain", via=["gazette"]),
    a_row("A-5", "Calls to the mill went unanswered", topic="replies"),
]
STORY = a_story(*ROWS)
CHANGED = a_story(ROWS[0], {**ROWS[1], "quantity": counts(20)}, *ROWS[2:])
SHRUNK = a_story(*ROWS[:3])
GROWN = a_story(*ROWS, said("B-4", "council", "All is well", topic="end", via=["radio"]))
_, TEXT = new_drafts(STORY, 1)


def ids(text):
    return [question.id for question in read_bank(text).bank.questions]


def whats(planned):
    return {step.id: step.what for step in planned.steps}


def test_a_new_bank_reads_without_a_fault_and_holds_drafts_only():
    reading = read_bank(TEXT, stories={STORY.slug: STORY})
    assert reading.faults == ()
    assert reading.bank.ready == ()
    assert list(reading.bank.drafted) == ids(TEXT)


def test_again_with_the_same_ledger_no_byte_changes():
    planned, again = drafts_again(TEXT, STORY, 1)
    assert again == TEXT
    assert not planned.changes_anything


def test_renewed_drafts_keep_their_place_and_the_remarks_in_them():
    head, _, tail = TEXT.partition("  - id: bp12-a-2-a-3\n")
    text = f"{head}  # Good for a start.\n  - id: bp12-a-2-a-3\n    # mind the floor\n{tail}"
    planned, again = drafts_again(text, CHANGED, 1)
    assert whats(planned)["bp12-a-2-a-3"] == "renewed"
    assert "  # Good for a start.\n  - id: bp12-a-2-a-3\n    # mind the floor\n" in again
    assert 'answer: "30"' in again or "answer: 30\n" in again
    kept = [name for name in ids(text) if name in ids(again)]
    assert [name for name in ids(again) if name in ids(text)] == kept


def test_renewed_again_the_bank_says_what_a_new_one_would():
    _, again = drafts_again(TEXT, CHANGED, 1)
    fresh = {q.id: q for q in read_bank(new_drafts(CHANGED, 1)[1]).bank.questions}
    for question in read_bank(again).bank.questions:
        assert fresh.get(question.id, question) == question
    assert set(ids(again)) >= set(fresh)


def test_new_drafts_stand_at_the_end_and_removed_ones_leave_no_hole():
    planned, grown = drafts_again(TEXT, GROWN, 1)
    assert planned.count("added")
    assert ids(grown)[: len(ids(TEXT))] == ids(TEXT)
    planned, shrunk = drafts_again(TEXT, SHRUNK, 1)
    assert planned.count("removed")
    assert "\n\n\n" not in shrunk
    assert read_bank(shrunk).faults == ()


@pytest.mark.parametrize("eol", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_before_everything_stay(eol, mark):
    text = mark + TEXT.replace("\n", eol)
    for story in (STORY, CHANGED, GROWN, SHRUNK):
        _, again = drafts_again(text, story, 1)
        assert again.startswith(mark)
        assert again.count("\n") == again.count(eol)
    assert drafts_again(text, STORY, 1)[1] == text


def test_a_file_without_a_line_end_at_its_end_is_no_trouble():
    _, again = drafts_again(TEXT.rstrip("\n"), GROWN, 1)
    assert read_bank(again).faults == ()


def test_a_dropped_draft_stays_out_and_comes_back_when_it_is_struck_from_the_list():
    text = remove_question(TEXT, 0)
    gone = ids(TEXT)[0]
    _, again = drafts_again(text, GROWN, 1)
    assert gone not in ids(again)
    back = again.replace(f"  - {gone}\n", "").replace(f"{gone}, ", "")
    assert gone in ids(drafts_again(back, GROWN, 1)[1])


def test_a_bank_about_another_story_or_with_a_fault_is_left_alone():
    with pytest.raises(CannotEdit, match="about the story lantern-walk"):
        drafts_again(TEXT.replace("story: the-well", "story: lantern-walk"), STORY, 1)
    with pytest.raises(CannotEdit, match="line 5"):
        drafts_again(TEXT.replace("tags:", "tag:").replace("story:", "stroy:", 1), STORY, 1)


def test_a_ledger_that_gives_nothing_more_does_not_empty_a_bank():
    with pytest.raises(CannotEdit, match="left as it is"):
        drafts_again(TEXT, a_story(texts={"A1": "Nothing."}), 1)


# --- whatever a person does ----------------------------------------------------------------------


def _rewrite(text, n, words):
    return set_value(text, ("questions", n, "explain"), words)


def _set_ready(text, n, words):
    if read_bank(text).bank.questions[n].needs is not None:
        text = remove_field(text, ("questions", n, "needs"))
    return set_value(text, ("questions", n, "status"), "ready")


def _sign(text, n, words):
    return add_field(text, ("questions", n), "author", words)


def _remark(text, n, words):
    name = ids(text)[n]
    return text.replace(f"  - id: {name}\n", f"  - id: {name}  # {words}\n")


def _drop(text, n, words):
    return remove_question(text, n)


def _move(text, n, words):
    return move_question(text, n, 0)


EDITS = (_rewrite, _set_ready, _sign, _remark, _drop, _move)


@pytest.mark.slow
@settings(max_examples=12)
@given(
    seed=st.integers(0, 2**32),
    story=st.sampled_from([STORY, CHANGED, GROWN, SHRUNK]),
    wording=st.integers(1, 2),
)
def test_what_people_have_written_survives_byte_for_byte(seed, story, wording):
    chance = Random(seed)
    text, touched, dropped = TEXT, set(), set()
    for _ in range(chance.randint(1, 5)):
        edit = chance.choice(EDITS)
        n = chance.randrange(len(ids(text)))
        name = ids(text)[n]
        if edit is _sign and name in touched:
            continue
        text = edit(text, n, f"In my own words, no. {chance.randrange(99)}.")
        if edit is _drop:
            dropped.add(name)
        elif edit in (_rewrite, _set_ready, _sign):
            touched.add(name)
    before = {name: question_text(text, n) for n, name in enumerate(ids(text))}
    planned, again = drafts_again(text, story, wording)
    after = {name: question_text(again, n) for n, name in enumerate(ids(again))}
    for name in touched - dropped:
        assert after[name] == before[name]
        assert whats(planned)[name] in ("kept", "flagged")
    assert not dropped & set(after)
    left = [name for name in before if name in after]
    assert [name for name in after if name in before] == left
    # And once more with nothing changed, nothing changes.
    assert drafts_again(again, story, wording)[1] == again


# --- on disk -------------------------------------------------------------------------------------


@pytest.fixture
def root(tmp_path):
    folder = tmp_path / "content" / "harbour-ferry"
    folder.mkdir(parents=True)
    for path in FERRY.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (tmp_path / "quizzes").mkdir()
    return tmp_path


def files(root):
    return {p.relative_to(root): p.read_bytes() for p in Path(root).rglob("*") if p.is_file()}


def test_a_bank_named_after_its_story_is_written(root):
    _, path = draft_bank(root, "harbour-ferry", None, 1, dry_run=False)
    assert path == root / "quizzes" / "harbour-ferry-drafts.yaml"
    assert len(read_bank(path).bank.questions) >= 40
    planned, _ = draft_bank(root, "harbour-ferry", None, 1, dry_run=False)
    assert not planned.changes_anything


def test_a_dry_run_writes_nothing(root):
    before = files(root)
    planned, _ = draft_bank(root, "harbour-ferry", "other", 1, dry_run=True)
    assert planned.count("added") >= 40
    assert files(root) == before


@pytest.mark.parametrize(
    ("story", "bank", "sentence"),
    [
        ("harbour-fery", None, 'did you mean "harbour-ferry"'),
        ("../content/harbour-ferry", None, "there is no story"),
        ("harbour-ferry", "../x", "small letters, digits and hyphens"),
        ("harbour-ferry", "con", "cannot be a bank's name"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_written(root, story, bank, sentence):
    before = files(root)
    with pytest.raises(DraftingRefused, match=sentence):
        draft_bank(root, story, bank, 1, dry_run=False)
    assert files(root) == before


def test_a_story_with_faults_is_refused_with_them(root):
    claims = root / "content" / "harbour-ferry" / "claims.yaml"
    claims.write_text(claims.read_text("utf-8").replace("at: A4", "at: A44", 1), "utf-8")
    with pytest.raises(DraftingRefused, match="article A has no paragraph 44"):
        draft_bank(root, "harbour-ferry", None, 1, dry_run=False)


def test_a_ledger_without_claims_is_refused_with_what_it_needs(root):
    claims = root / "content" / "harbour-ferry" / "claims.yaml"
    claims.write_text("story: harbour-ferry\nspeakers: {}\nclaims: []\n", "utf-8")
    about = root / "content" / "harbour-ferry" / "story.yaml"
    about.write_text(about.read_text("utf-8").split("firm:")[0], "utf-8")
    with pytest.raises(DraftingRefused, match="No question can be drawn"):
        draft_bank(root, "harbour-ferry", None, 1, dry_run=False)
