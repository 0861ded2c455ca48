"""The figures of questions, against scipy and by what was put into made-up answers."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reportedly.quiz.marking import Certainty
from reportedly.reports.items import analyse, figures_of
from tests.builders import NOON, a_bank, an_edition, an_open_question, chose, later, wrote
from tests.reports.learners import FIRST, KEY, SECOND, a_choice, a_quiz, answers_of
from tests.reports.rows import a_row, by_key, marked_by, rows, with_shares

IDS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def analysed(learners=200, seed=1, **options):
    edition = a_quiz(*IDS)
    return analyse(answers_of(edition, learners, seed, **options), edition.bank).items


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_equal_those_of_scipy(seed):
    edition = a_quiz(*IDS)
    answers = answers_of(edition, 57, seed)
    figures = analyse(answers, edition.bank).items
    share, choices = defaultdict(list), defaultdict(list)
    columns = answers.rows["question"], answers.rows["share"], answers.tell("chosen")
    for id, worth, chosen in zip(*columns, strict=True):
        share[id].append(worth)
        choices[id].append(chosen)

    for id in IDS:
        rest = [sum(share[o][n] for o in IDS if o != id) for n in range(57)]
        assert figures[id].answers == 57
        assert figures[id].difficulty == pytest.approx(sum(share[id]) / 57, abs=1e-9)
        assert figures[id].discrimination == pytest.approx(
            stats.pearsonr(share[id], rest).statistic, abs=1e-9
        )
        assert [option.text for option in figures[id].options] == [KEY, FIRST, SECOND]
        for option in figures[id].options:
            picked = [float(option.text in one) for one in choices[id]]
            assert option.share == pytest.approx(sum(picked) / 57, abs=1e-9)
            assert option.discrimination == pytest.approx(
                stats.pointbiserialr(picked, rest).statistic, abs=1e-9
            )


@given(
    st.lists(
        st.lists(st.one_of(st.none(), st.sampled_from([0.0, 0.25, 1 / 3, 0.5, 1.0])), min_size=4,
                 max_size=4),
        min_size=10, max_size=40,
    )
)  # fmt: skip
@settings(max_examples=60, deadline=None)
def test_figures_of_partly_answered_attempts_equal_those_of_plain_sums(lines):
    ids = IDS[:4]
    bank = a_bank(*(a_choice(id) for id in ids))
    figures = analyse(with_shares(ids, lines), bank).items

    for place, id in enumerate(ids):
        have = [row for row in lines if row[place] is not None]
        if len(have) < 10:
            assert id not in figures
            continue
        assert figures[id].difficulty == pytest.approx(sum(r[place] for r in have) / len(have))
        pairs = [
            (row[place], sum(others) / len(others))
            for row in have
            if (others := [s for n, s in enumerate(row) if n != place and s is not None])
        ]
        spread = pairs and all(max(v) - min(v) > 1e-9 for v in zip(*pairs, strict=True))
        if len(pairs) < 10 or not spread:
            assert figures[id].discrimination is None
        else:
            expected = stats.pearsonr(*zip(*pairs, strict=True)).statistic
            assert figures[id].discrimination == pytest.approx(expected, abs=1e-9)


def test_nothing_is_said_of_fewer_than_ten_answers_and_from_ten_on_it_is():
    assert analysed(learners=9) == {}
    assert set(analysed(learners=10)) == set(IDS)


def test_figures_are_rough_below_thirty_answers():
    assert all(one.is_rough for one in analysed(learners=29).values())
    assert not any(one.is_rough for one in analysed(learners=30).values())


def test_where_all_answer_alike_there_is_no_discrimination():
    bank = a_bank(a_choice("one"), a_choice("two"))

    figures = analyse(with_shares(("one", "two"), [[1, 1]] * 20, [KEY]), bank).items["one"]

    assert (figures.difficulty, figures.discrimination) == (1.0, None)
    assert [option.share for option in figures.options] == [1.0, 0.0, 0.0]


def test_a_single_question_has_no_rest_to_compare_with():
    bank = a_bank(a_choice("one"))
    shares = [[n % 2] for n in range(20)]

    assert analyse(with_shares(["one"], shares, [KEY]), bank).items["one"].discrimination is None


def test_a_question_that_misbehaves_is_recovered_from_made_up_answers():
    figures = analysed(learners=400, odd={"two": "flipped", "three": "blind", "four": "hard"})

    assert figures["one"].discrimination > 0.2
    assert figures["two"].discrimination < -0.1
    assert abs(figures["three"].discrimination) < 0.15
    assert figures["four"].difficulty < 0.12


def test_who_was_sure_and_got_nothing_is_counted():
    edition = a_quiz("one")
    answers = [
        a_row(
            learner=f"learner-{n}",
            question="one",
            response=chose(0 if n > 3 else 1),
            certainty=Certainty.NINETY_FIVE if n % 2 == 0 else Certainty.EIGHTY,
        )
        for n in range(12)
    ]

    assert analyse(marked_by(edition, *answers), edition.bank).items["one"].sure_and_wrong == 2


def test_what_learners_wrote_and_marked_themselves_has_no_figures():
    edition = an_edition(a_choice("one"), an_open_question("two"))
    answers = [
        a_row(learner=f"learner-{n}", question=id, response=response)
        for n in range(12)
        for id, response in (("one", chose(n % 2)), ("two", wrote("Words.", n % 3)))
    ]

    figures = analyse(marked_by(edition, *answers), edition.bank).items

    assert set(figures) == {"one"}
    assert figures["one"].discrimination is None


def test_of_no_answers_there_are_no_figures():
    edition = a_quiz("one")

    figures = figures_of(rows(), edition.bank, by_key(edition))

    assert (figures.items, figures.reliability, figures.answers) == ({}, None, {})


def test_only_first_answers_to_the_words_of_now_are_counted_but_all_tell_how_long_each_took():
    edition, changed = a_quiz("one", "two"), a_quiz("one", ask="Another question?")
    answers = [
        a_row(
            learner=f"learner-{n}",
            sitting=f"{sitting} of {n}",
            edition=edition.key,
            question=id,
            response=chose(n % 2 if sitting == "first" else 0),
            began_at=NOON,
            answered_at=later(seconds=seconds),
        )
        for sitting in ("first", "second")
        for n in range(20)
        for id, seconds in (("one", 30), ("two", 50))
    ]

    bank = a_bank(a_choice("two"), a_choice("one", ask="Another question?"))
    figures = figures_of(rows(*answers), bank, by_key(edition, changed))

    assert figures.answers == {"two": 20}
    assert figures.items["two"].difficulty == 0.5
    assert figures.items["two"].seconds == 20
