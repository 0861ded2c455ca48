"""The figures of questions, against scipy and by what was put into made-up answers."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from reportedly.reports.answers import Judged, judge
from reportedly.reports.items import analyse
from tests.builders import a_bank
from tests.reports.learners import FIRST, KEY, SECOND, a_choice, a_quiz, answers_of

IDS = ("one", "two", "three", "four", "five", "six", "seven", "eight")


def analysed(learners=200, seed=1, **options):
    edition = a_quiz(*IDS)
    found = answers_of(edition, learners, seed, **options)
    return analyse(judge(found, edition.bank, {edition.key: edition}), edition.bank)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_figures_equal_those_of_scipy(seed):
    edition = a_quiz(*IDS)
    judged = judge(answers_of(edition, 57, seed), edition.bank, {edition.key: edition})
    figures = analyse(judged, edition.bank)
    share = defaultdict(list)
    for one in judged:
        share[one.question].append(one.share)

    for id in IDS:
        rest = [sum(share[o][n] for o in IDS if o != id) for n in range(57)]
        chosen = [one.chosen for one in judged if one.question == id]
        assert figures[id].answers == 57
        assert figures[id].difficulty == pytest.approx(sum(share[id]) / 57, abs=1e-9)
        assert figures[id].discrimination == pytest.approx(
            stats.pearsonr(share[id], rest).statistic, abs=1e-9
        )
        assert [option.text for option in figures[id].options] == [KEY, FIRST, SECOND]
        for option in figures[id].options:
            picked = [float(option.text in one) for one in chosen]
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
def test_figures_of_partly_answered_attempts_equal_those_of_plain_sums(rows):
    ids = IDS[:4]
    bank = a_bank(*(a_choice(id) for id in ids))
    judged = [
        Judged(f"attempt-{n}", id, share)
        for n, row in enumerate(rows)
        for id, share in zip(ids, row, strict=True)
        if share is not None
    ]
    figures = analyse(judged, bank)

    for place, id in enumerate(ids):
        have = [row for row in rows if row[place] is not None]
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
    judged = [Judged(f"attempt-{n}", id, 1.0, (KEY,)) for n in range(20) for id in ("one", "two")]

    figures = analyse(judged, bank)["one"]

    assert (figures.difficulty, figures.discrimination) == (1.0, None)
    assert [option.share for option in figures.options] == [1.0, 0.0, 0.0]


def test_a_single_question_has_no_rest_to_compare_with():
    bank = a_bank(a_choice("one"))
    judged = [Judged(f"attempt-{n}", "one", n % 2, (KEY,)) for n in range(20)]

    assert analyse(judged, bank)["one"].discrimination is None


def test_a_question_that_misbehaves_is_recovered_from_made_up_answers():
    figures = analysed(learners=400, odd={"two": "flipped", "three": "blind", "four": "hard"})

    assert figures["one"].discrimination > 0.2
    assert figures["two"].discrimination < -0.1
    assert abs(figures["three"].discrimination) < 0.15
    assert figures["four"].difficulty < 0.12


def test_who_was_sure_and_got_nothing_is_counted():
    bank = a_bank(a_choice("one"))
    judged = [Judged(f"a{n}", "one", float(n > 3), (), sure=n % 2 == 0) for n in range(12)]

    assert analyse(judged, bank)["one"].sure_and_wrong == 2
