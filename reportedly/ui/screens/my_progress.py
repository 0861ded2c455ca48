"""My progress: what a learner's answers show over all quizzes, and what is due for review."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from html import escape
from itertools import groupby

import streamlit as st

from reportedly import resources
from reportedly.quiz.attempt import Attempt
from reportedly.reports.progress.certainty import certainty_over_time
from reportedly.reports.progress.mastery import standings
from reportedly.reports.progress.outcomes import Outcome
from reportedly.reports.progress.reviewing import Part, review, suitable
from reportedly.reports.progress.schedule import Return, schedule
from reportedly.ui import forgetting, navigation
from reportedly.ui.learner import is_remembered, learner, where
from reportedly.ui.parts import charts, notices
from reportedly.ui.parts.counting import counted
from reportedly.ui.screens import take

_WEEKS = 12
_FEW = 40


def render() -> None:
    """The page."""
    st.html(
        '<h1>My progress</h1><p class="lead">What your answers show so far, over all quizzes, and '
        "what is worth another look. It is for you: it is compared with nobody.</p>"
    )
    if not is_remembered():
        st.info(
            "This browser keeps no cookies, so all this is lost when you close the tab.",
            icon=":material/info:",
        )
    with notices.store_faults():
        all, zone = _outcomes(), where()
        if all:
            _due(all, zone)
            _skills(all, zone)
            _certainty(all, zone)
        else:
            st.write(
                "There is nothing to show yet. Take a quiz: after that you find here which skills "
                "are secure, and what to look at once more."
            )
            navigation.link("quizzes", "Choose a quiz", ":material/list_alt:")
    days = counted(resources.settings().retention_days, "day")
    st.html(
        f"<section><h2>Forget me</h2><p>Your answers delete themselves after {days}. This button "
        "deletes all of them now, and so all that this page can show.</p></section>"
    )
    forgetting.button()


def _outcomes() -> tuple[Outcome, ...]:
    # Imported when the answers are read: tables of rows take a while to import.
    from reportedly.reports.frame import marked
    from reportedly.reports.progress.outcomes import outcomes

    me = learner()
    rows = resources.answers().of_learner(me)
    editions = resources.editions_of(rows)
    return outcomes(marked(rows, editions), editions, resources.attempts().banks(me))


# --- what is due --------------------------------------------------------------------------------


def _due(all: Sequence[Outcome], zone: tzinfo) -> None:
    coming = schedule(all, zone)
    now = datetime.now(zone)
    due = [one for one in coming if one.due <= now]
    later = [one for one in coming if one.due > now]
    st.html("<section><h2>Due for review</h2></section>")
    if due:
        _review(due, all, zone)
    else:
        st.write("Nothing is due now.")
    if later:
        lines = "".join(
            f"<li>{_day(day)}: {', '.join(map(_title, of_day))}</li>"
            for day, of_day in groupby(later, key=lambda one: one.due.astimezone(zone).date())
        )
        st.html(f"<h3>Later</h3><ul>{lines}</ul>")
    st.html(
        '<p class="fine">A skill comes back when you missed a question on it, or were right but '
        "not sure: after about a day, then after about a week, in another kind of question where "
        "there is one. What you still know then comes back ever more rarely.</p>"
    )


def _review(due: Sequence[Return], all: Sequence[Outcome], zone: tzinfo) -> None:
    shelf = resources.shelf()
    banks = {name: (shelved.bank, shelved.story) for name, shelved in shelf.banks.items()}
    parts = review(due, suitable(banks, all), all)
    served = {skill for part in parts for skill in part.skills}
    lines = "".join(
        f'<li><strong>{_title(one)}</strong> · <span class="fine">{_why(one, zone)}'
        f"{'' if one.skill in served else '; no quiz for you has a question on it now'}</span></li>"
        for one in due
    )
    st.html(f"<ul>{lines}</ul>")
    if not parts:
        return
    if note := shelf.banks[parts[0].bank].story.about.content_note:
        notices.content_note(note)
    first, *others = [
        f"{counted(len(part.questions), 'question')} from “{shelf.banks[part.bank].bank.bank}”"
        for part in parts
    ]
    if st.button("Review now", type="primary", key="review", icon=":material/replay:"):
        navigation.go("take", attempt=_begin(parts[0], all).id)
    after = f" Afterwards this page offers you {' and '.join(others)}." if others else ""
    st.write(f"{first}.{after}")


def _begin(part: Part, all: Sequence[Outcome]) -> Attempt:
    """The review that is already under way, or a new one; it asks what the latest answer was asked.

    Whoever goes back to this page and presses again goes on where they were.
    """
    store, me = resources.attempts(), learner()
    for summary in store.unfinished(me):
        if summary.bank == part.bank:
            attempt = store.load(summary.id, me)
            if attempt.mode == "practice" and set(attempt.unanswered) == set(part.questions):
                return attempt
    return take.begin(
        resources.shelf().banks[part.bank],
        "practice",
        asks_certainty=all[-1].certainty is not None,
        questions=part.questions,
    )


def _why(one: Return, zone: tzinfo) -> str:
    cause = one.cause
    on = f"on {_day(cause.day(zone))}"
    if cause.is_right:
        return f"right {on}, but you were not sure"
    what = f"{'partly right' if cause.share > 0 else 'missed'} {on}"
    return f"{what}, although you were sure" if cause.is_sure_error else what


def _title(one: Return) -> str:
    return escape(resources.skills()[one.skill].title)


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


# --- what the answers show ----------------------------------------------------------------------


def _skills(all: Sequence[Outcome], zone: tzinfo) -> None:
    st.html(
        "<section><h2>Skills</h2></section>"
        + charts.standings_chart(standings(all, zone), resources.skills())
        + '<p class="fine">Secure: your answers show that you know most of it, in two or more '
        "kinds of question and on two or more days. Developing: not yet. Too little evidence: "
        "nobody could tell from these answers alone, even if all were right.</p>"
    )
    with st.expander("How this is worked out"):
        st.write(
            "Each question counts once, with your latest answer; of the answers of one day the "
            "first counts, because after that you have read the explanation. Partly right answers "
            "count in part. What you wrote and marked yourself is left out.\n\n"
            "A few right answers can be chance, so what counts is not the share that is right, but "
            "a share that you can be 90 % sure to pass: the lower 10 % bound of the Beta "
            "distribution of 1 + right and 1 + wrong answers. From it the luck of guessing is "
            "taken out: with three options, one answer in three is right without knowing. A skill "
            "is secure when 65 % or more are left. If nothing can be guessed, 5 of 5 right are "
            "enough; with three options each it takes 8 of 8."
        )


def _certainty(all: Sequence[Outcome], zone: tzinfo) -> None:
    st.html("<section><h2>How sure, and how right</h2></section>")
    found = certainty_over_time(all, zone)
    if found is None:
        st.write(
            "You have not said yet how sure you are. Tick *Ask how sure I am* when you start a "
            "quiz, and you find here how well you know what you know."
        )
        return
    overall = found.overall
    few = (
        f" These are few: below {_FEW}, each new one can change much."
        if overall.answers < _FEW
        else ""
    )
    earlier = f" The latest {_WEEKS} weeks are shown." if len(found.weeks) > _WEEKS else ""
    st.html(
        f'<div class="wide-table">{charts.weeks_chart(found.weeks[-_WEEKS:])}</div>'
        f'<p class="fine">Striped: how sure you said you were, on average. Full: how much was '
        f"right. The nearer the two, the better you know what you know. Distance (Brier): "
        f"{overall.brier:.2f} over all; 0 is best, 0.25 is saying “half” each time. This rests on "
        f"{counted(overall.answers, 'answer')}.{few}{earlier}</p>"
    )
