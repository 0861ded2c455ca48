"""python -m reportedly report."""

import csv
import io
import subprocess
import sys

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from reportedly.__main__ import main
from reportedly.classroom.moves import Do, Move
from reportedly.commands.report import HOME
from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.lessons import Lessons
from tests.builders import NOON, an_answer, chose
from tests.classroom.playing import a_plan
from tests.store.beginning import begin
from tests.store.lessons_kept import answer, join, sent, started

LEARNERS = 12


@pytest.fixture
def engine(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'answers.sqlite3'}"
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", url)
    engine = connect(url)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def lantern_walk():
    shelved = Library(HOME).shelf().banks["lantern-walk"]
    return Edition.of(shelved.bank, shelved.story)


def run(*words):
    return CliRunner().invoke(main, ["report", *(str(word) for word in words)])


def lines_of(path):
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"), newline="")))


def a_class(engine, size=2, **fields):
    """A class in which the first learner was wrong and all others right."""
    lessons = Lessons(engine, Attempts(engine))
    kept = started(lessons, **fields)
    for n in range(size):
        seat = join(lessons, kept, f"=Name {n}")
        answer(lessons, sent(kept, seat, chose(0 if n else 1)))
    return kept


@pytest.fixture(scope="module")
def of_many(tmp_path_factory, lantern_walk):
    """A database in which twelve learners answered two questions, the first six rightly."""
    url = f"sqlite:///{tmp_path_factory.mktemp('many') / 'answers.sqlite3'}"
    engine = connect(url)
    attempts = Attempts(engine)
    asked = [q for q in lantern_walk.bank.ready if q.kind == "single"][:2]
    for n in range(LEARNERS):
        who = {"id": f"attempt-{n}", "learner": f"learner-{n}"}
        begin(attempts, edition=lantern_walk, questions=tuple(q.id for q in asked), **who)
        for question in asked:
            right = next(i for i, option in enumerate(question.options) if option.is_right)
            picks = chose(right if n < 6 else 1 - min(1, right))
            attempts.answer(who["id"], who["learner"], an_answer(question.id, picks))
    engine.dispose()
    return url, [question.id for question in asked]


@pytest.fixture
def taken(of_many, monkeypatch):
    """The ids of the two questions."""
    url, asked = of_many
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", url)
    return asked


def test_questions_are_told_with_their_figures(taken):
    done = run("questions", "lantern-walk")
    assert done.exit_code == 0
    lines = done.output.splitlines()
    assert lines[0].endswith("(lantern-walk)")
    (line,) = [line for line in lines if line.startswith(f"{taken[0]} ")]
    assert line.split()[1:5] == ["12", "50", "%", "1.00"]
    assert f"{taken[0]}: Rough: fewer than 30 answers." in done.output
    assert "Of fewer than 10 answers" in done.output


def test_the_bank_may_be_named_as_a_file(taken):
    by_path = run("questions", "quizzes/lantern-walk.yaml")
    assert by_path.exit_code == 0
    assert by_path.output == run("questions", "lantern-walk").output


def test_question_figures_are_written_as_csv_and_as_a_workbook(taken, tmp_path, lantern_walk):
    as_csv, as_workbook = tmp_path / "figures.csv", tmp_path / "figures.xlsx"
    done = run("questions", "lantern-walk", "--csv", as_csv, "--xlsx", as_workbook)
    assert done.output.endswith(f"Wrote {as_csv}.\nWrote {as_workbook}.\n")
    lines = lines_of(as_csv)
    own = {line["question"]: line for line in lines if line["asked"]}
    assert list(own) == [question.id for question in lantern_walk.bank.questions]
    assert own[taken[0]]["right or chosen %"] == "50.0"
    others = [line for id, line in own.items() if id not in taken]
    assert {line["answers"] for line in others} == {"0"}
    assert {line["right or chosen %"] for line in others} == {""}
    options = [line for line in lines if line["question"] == taken[0] and line["option"]]
    assert sum(float(line["right or chosen %"]) for line in options) == 100
    sheet = load_workbook(as_workbook)["Questions"]
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 1 + len(lines)
    assert 50 in [row[6] for row in rows]


def test_votes_of_classes_count_as_solo_attempts_do(engine, lantern_walk):
    question = next(q for q in lantern_walk.bank.ready if q.kind == "single")
    plan = a_plan(questions=(question.id,))
    lessons = Lessons(engine, Attempts(engine))
    kept = started(lessons, plan, edition=lantern_walk)
    for n in range(11):
        answer(lessons, sent(kept, join(lessons, kept, f"N{n}"), question=question.id))
    done = run("questions", "lantern-walk")
    (line,) = [line for line in done.output.splitlines() if line.startswith(f"{question.id} ")]
    assert line.split()[1] == "11"


def test_a_misspelt_bank_is_asked_back(engine):
    done = run("questions", "lantern-wlak")
    assert done.exit_code == 1
    assert done.output == (
        'Error: there is no bank "lantern-wlak" in quizzes; did you mean "lantern-walk"?\n'
    )
    assert "the banks are: a-bit-of-everything" in run("questions", "xyz").output


def test_no_answers_yet_is_told(engine):
    done = run("questions", "lantern-walk")
    assert done.exit_code == 1
    assert "nobody has answered lantern-walk yet" in done.output
    kept = started(Lessons(engine, Attempts(engine)))
    assert "nobody has answered in this class yet" in run("class", kept.code).output


def test_a_class_is_told_question_by_question_and_written_down(engine, tmp_path):
    kept = a_class(engine)
    file = tmp_path / "class.csv"
    done = run("class", kept.code, "--csv", file)
    assert done.exit_code == 0
    assert f"Who counted what?, {kept.code}, {NOON:%d %B %Y}\n" in done.output
    assert [line.split() for line in done.output.splitlines() if line.startswith("one")] == [
        ["one", "2", "50", "%"]
    ]
    assert "nothing is said of the class" in done.output
    assert [(line["answer"], line["chosen"]) for line in lines_of(file) if line["answer"]] == [
        ("The organiser", "1"),
        ("Nobody", "1"),
    ]


def test_the_code_alone_stands_for_its_class(engine):
    kept = a_class(engine)
    assert run(kept.code.lower()).output == run("class", kept.code).output


def test_several_classes_are_told_together_and_each_line_names_its_class(engine, tmp_path):
    codes = [a_class(engine, 6).code, a_class(engine, 4).code]
    file = tmp_path / "classes.xlsx"
    done = run("class", *codes, "--xlsx", file)
    assert "First answers: 80 % right" in done.output.replace("(49 to 94) ", "")
    assert "10 learners" in done.output
    book = load_workbook(file)
    assert book.sheetnames == ["Questions", "Answers"]
    head, *rows = book["Answers"].iter_rows(values_only=True)
    assert head[:2] == ("class", "learner")
    assert [row[0] for row in rows] == [codes[0]] * 6 + [codes[1]] * 4
    assert {row[1] for row in rows} == {f"=Name {n}" for n in range(6)}
    assert {cell.data_type for row in book["Answers"].iter_rows() for cell in row} <= {"s", "n"}


def test_what_was_taken_out_is_told_and_not_counted(engine):
    kept = a_class(engine, 6)
    lessons = Lessons(engine, Attempts(engine))
    lessons.move(kept.id, Move(Do.VOID, question="one"), NOON)
    done = run("class", kept.code)
    assert "does not count" in done.output
    assert "nothing is said of the class" in done.output


def test_an_unknown_class_is_named(engine):
    done = run("class", "ABCDEF")
    assert done.exit_code == 1
    assert done.output.startswith("Error: ABCDEF: There is no lesson with this code.")


def test_a_misspelt_report_is_no_class(engine):
    done = run("question", "lantern-walk")
    assert done.exit_code == 2
    assert "No such command 'question'" in done.output


def test_a_file_that_is_there_is_left_as_it_is(taken, tmp_path):
    file = tmp_path / "mine.csv"
    file.write_text("mine")
    done = run("questions", "lantern-walk", "--csv", file)
    assert done.exit_code == 1
    assert done.output == (
        f"Error: {file}: There is a file of this name already; choose another name.\n"
    )
    assert file.read_text() == "mine"
    assert [path.name for path in tmp_path.glob("*mine*")] == ["mine.csv"]


def test_a_folder_that_is_not_there_is_told(taken, tmp_path):
    done = run("questions", "lantern-walk", "--xlsx", tmp_path / "none" / "figures.xlsx")
    assert done.exit_code == 1
    assert "There is no such folder; make it first, or choose another." in done.output


def test_a_database_that_cannot_be_reached_is_told_in_a_sentence(monkeypatch):
    address = "postgresql://nobody@localhost:1/none?connect_timeout=2"
    monkeypatch.setenv("REPORTEDLY_DATABASE_URL", address)
    done = run("questions", "lantern-walk")
    assert done.exit_code == 1
    assert done.output.startswith("Error: The database cannot be reached.")
    assert "Traceback" not in done.output


def test_help_does_not_wait_for_pandas():
    code = "import sys; from reportedly.__main__ import main; print('pandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=HOME, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "False\n"
