"""The report of a class from rows of answers."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest

from reportedly.classroom.lesson import Pacing
from reportedly.classroom.moves import Do
from reportedly.classroom.record import record
from reportedly.quiz.marking import Certainty
from reportedly.quiz.response import Placed
from reportedly.quiz.taxonomy import Skill, Slip
from reportedly.reports.classes.class_report import class_report
from reportedly.reports.classes.support import Support
from reportedly.reports.classes.table import figures_table
from reportedly.reports.frame import marked
from tests.builders import a_question, a_statement, an_edition, an_open_question, chose, wrote
from tests.classroom.attending import votes_of_a_class
from tests.classroom.playing import a_plan, played
from tests.reports.rows import a_row, by_key, marked_by
from tests.reports.rows import rows as frame_of

RIGHT, WRONG = chose(0), chose(1)
SORT = {
    "id": "sort", "kind": "classify", "ask": "How firm is each?", "skills": ["inference"],
    "labels": ["stated", "contradicted"],
    "items": [{"stated": "Lanterns were lit."}, {"contradicted": "Nobody lit any."}],
}  # fmt: skip
EDITION = an_edition(
    a_question("one"), a_question("two", skills=["numbers"]), a_statement("true", "is-it"), SORT
)


def given(question="one", response=RIGHT, *, by=range(6), **fields):
    return [a_row(learner=f"seat-{n}", question=question, response=response, **fields) for n in by]


def reported(*rows, edition=EDITION):
    return class_report(marked_by(edition, *rows), by_key(edition))


def from_votes(votes, edition):
    return reported(
        *(
            a_row(
                learner=vote.seat,
                question=vote.question,
                response=vote.response,
                certainty=vote.certainty,
                round=vote.round,
            )
            for vote in votes
        ),
        edition=edition,
    )


def test_nothing_is_said_of_four_learners_and_of_five_it_is():
    assert reported(*given(by=range(4))) is None
    assert reported(*given(by=range(5))).learners == 5


def test_no_answers_are_no_report():
    assert reported() is None


def test_who_has_no_answer_that_can_be_marked_is_not_counted():
    edition = an_edition(a_question("one"), an_open_question("open"))
    rows = [*given(by=range(4)), *given("open", wrote("Who counted?"), by=range(4, 9))]
    assert reported(*rows, edition=edition) is None


def test_a_part_that_fewer_than_five_answered_is_left_out():
    report = reported(*given(), *given("two", by=range(4)), *given("is-it", by=range(4)))
    assert [one.skill for one in report.skills] == [Skill.ATTRIBUTION]
    assert report.over_claim is None
    assert (report.trust_nothing.chosen, report.trust_nothing.offered) == (0, 10)
    assert report.discernment is None
    assert report.calibration is None
    assert report.change is None


def test_skills_pool_the_answers_of_the_class_to_all_their_questions():
    report = reported(*given(), *given("two", WRONG), *given("two", by=range(6, 8)))
    skills = {one.skill: (one.right.value, one.answers, one.questions) for one in report.skills}
    assert skills == {Skill.ATTRIBUTION: (1, 6, 1), Skill.NUMBERS: (0.25, 8, 1)}


def test_the_two_ways_to_go_wrong_are_counted_where_they_were_on_offer():
    report = reported(*given(response=WRONG), *given("is-it", chose(1), by=range(5)))
    assert (report.trust_nothing.chosen, report.trust_nothing.offered) == (6, 6)
    assert (report.over_claim.chosen, report.over_claim.offered) == (5, 5)


def test_judgements_on_support_are_pooled_over_kinds():
    both_accepted = Placed.of({0: 0, 1: 0})
    report = reported(*given("is-it"), *given("sort", both_accepted), *given("one"))
    assert report.discernment.counts == Support(12, 12, 6, 6)


def test_the_first_answer_counts_and_the_last_stands_beside_it():
    rows = [
        *given(response=WRONG, by=range(8)),
        *given(response=RIGHT, by=range(6), round=2),
        *given(response=WRONG, by=range(6, 7), round=2),
    ]
    report = reported(*rows)
    assert (report.right.value, report.answers) == (0, 8)
    change = report.change
    assert (change.answers, change.before.value, change.after.value) == (7, 0, 6 / 7)
    assert (change.gained, change.lost, change.stayed_right, change.stayed_wrong) == (6, 0, 0, 1)
    assert [(asked.question, one) for asked, one in report.changes] == [("one", change)]


def test_three_questions_are_named_worst_first_and_confident_errors_weigh_twice():
    edition = an_edition(*(a_question(id) for id in ("a", "b", "c", "d", "e")))
    rows = []
    for id, wrong in (("a", 5), ("b", 4), ("c", 4), ("d", 1), ("e", 0)):
        sure = Certainty.EIGHTY if id == "c" else Certainty.GUESS
        rows += given(id, WRONG, by=range(wrong), certainty=sure)
        rows += given(id, RIGHT, by=range(wrong, 10), certainty=Certainty.GUESS)
    revisit = reported(*rows, edition=edition).revisit
    assert [one.asked.question for one in revisit] == ["c", "a", "b"]
    assert [one.slip for one in revisit] == [None, Slip.CYNICISM, None]


def test_where_everybody_got_everything_right_there_is_nothing_to_revisit():
    assert reported(*given()).revisit == ()


def many(count):
    return an_edition(*(a_question(f"q{n}") for n in range(count)))


@pytest.mark.parametrize(("questions", "enough"), [(39, 0), (40, 6)])
def test_nothing_is_said_of_a_learner_below_40_judgements(questions, enough):
    edition = many(questions)
    rows = [
        row
        for n in range(questions)
        for row in (*given(f"q{n}", WRONG, by=[0]), *given(f"q{n}", by=range(1, 6)))
    ]
    report = reported(*rows, edition=edition)
    assert report.judged_enough == enough
    assert [one.counts.learner for one in report.may_need_help] == ["seat-0"][: bool(enough)]
    for one in report.may_need_help:
        assert one.less_right
        assert one.trusts_too_little
        assert not one.over_claims
        assert one.discernment is None  # these were no judgements on support


def test_each_thing_that_was_placed_is_a_judgement():
    sorts = an_edition(*({**SORT, "id": f"sort-{n}"} for n in range(20)))
    placed, swapped = Placed.of({0: 0, 1: 1}), Placed.of({0: 1, 1: 0})
    rows = [
        row
        for n in range(20)
        for row in (
            *given(f"sort-{n}", swapped, by=[0]),
            *given(f"sort-{n}", placed, by=range(1, 6)),
        )
    ]
    report = reported(*rows, edition=sorts)
    (one,) = report.may_need_help
    assert (one.counts.learner, one.counts.judgements, one.right.value) == ("seat-0", 40, 0)
    assert one.discernment.d_prime.interval.high < 0


def test_a_question_asked_alike_in_two_versions_is_one_question():
    first = an_edition(a_question("one"), a_question("two"))
    second = an_edition(
        a_question("one", explain="Another reason."),
        a_question("two", ask="Who says that 41 lanterns were lit?"),
    )
    rows = [
        {**row, "edition": edition.key, "marked_by": edition.key}
        for edition, seats in ((first, range(3)), (second, range(3, 6)))
        for id in ("one", "two")
        for row in given(id, WRONG, by=seats)
    ]
    editions = by_key(first, second)
    (found,) = class_report(marked(frame_of(*rows), editions), editions).revisit
    assert (found.asked.edition, found.asked.question, found.learners) == (second.key, "one", 6)


EVERYTHING = an_edition(
    *(a_question(f"q{n}") for n in range(6)),
    *(a_statement(key, f"s{n}") for n, key in enumerate(["true", "false", "not stated"])),
    SORT,
)
ASKED = tuple(question.id for question in EVERYTHING.bank.questions)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_report_and_the_lessons_own_record_agree(seed):
    votes = votes_of_a_class(EVERYTHING, ASKED, learners=23, seed=seed, rounds=2)
    plan = a_plan(questions=ASKED, pacing=Pacing.SELF, asks_certainty=True)
    records = record(played(Do.START, Do.END, plan=plan), EVERYTHING, votes)
    report = from_votes(votes, EVERYTHING)

    changes = {asked.question: change for asked, change in report.changes}
    for line in records:
        first, last = line.rounds
        assert changes[line.id].before.value == pytest.approx(float(first.right))
        assert changes[line.id].after.value == pytest.approx(float(last.right))
        assert changes[line.id].answers == first.answered
    assert report.right.value == pytest.approx(np.mean([float(r.rounds[0].right) for r in records]))


def test_the_report_does_not_hang_on_the_order_of_rows():
    votes = votes_of_a_class(EVERYTHING, ASKED, learners=12, rounds=2)
    assert from_votes(votes, EVERYTHING) == from_votes(votes[::-1], EVERYTHING)


def test_counts_are_those_of_the_marks_themselves():
    votes = votes_of_a_class(EVERYTHING, ASKED, learners=30, seed=5)
    report = from_votes(votes, EVERYTHING)
    made, offered = Counter(), Counter()
    for vote in votes:
        question = EVERYTHING.question(vote.question)
        offered.update(question.offered_slips())
        made.update(question.mark(vote.response).slips)
    for rate in (report.over_claim, report.trust_nothing):
        assert (rate.chosen, rate.offered) == (made[rate.slip], offered[rate.slip])


def test_the_table_has_each_figure_with_its_interval_and_nobody_in_it():
    votes = votes_of_a_class(EVERYTHING, ASKED, learners=40, rounds=2, seats="Name")
    report = from_votes(votes, EVERYTHING)
    head, *lines = figures_table(report)
    by_name = {(line[0], line[1]): line for line in lines}
    assert by_name["class", "right"][2:4] == [str(report.answers), f"{report.right.value:.4f}"]
    assert by_name["support", "discernment d'"][3] == f"{report.discernment.d_prime.value:.4f}"
    assert {part for part, _ in by_name} == {
        "class", "support", "misreadings", "certainty", "skills", "first vote", "last vote",
        "change of those fully right",
    }  # fmt: skip
    for line in lines:
        assert len(line) == len(head)
        assert line[3] == "withheld" or float(line[4]) <= float(line[3]) <= float(line[5])
        assert "Name" not in "".join(line)
