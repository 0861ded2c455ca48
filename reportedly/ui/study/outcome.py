"""What a study shows, on the instructor's page: always all of it, in the same words."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from reportedly import resources
from reportedly.files.exporting import as_csv
from reportedly.store.studies import taking
from reportedly.store.studies.kept import Kept
from reportedly.store.studies.taking import Member
from reportedly.study.outcome import Compared, Outcome, Taker, outcome
from reportedly.study.plan import Part
from reportedly.study.saying import BESIDE_ANOTHER, NOT_AN_EFFECT, TOO_FEW, paired, sentences
from reportedly.study.table import learner_table
from reportedly.ui.study import charts, comparing

_HOW = """
- **Who:** learners who did both parts in time: the first before the second was open, the second
  before the study was closed. Each is compared with themselves.
- **Share right:** over all questions of the form; one left out counts as not right.
- **Change:** the mean of the two orders' mean changes, each order weighing the same, so that a form
  that is harder cannot pass for a change. The interval is by Student's t with the degrees of
  freedom of Welch and Satterthwaite: in 95 of 100 such studies it holds the change there is.
- **Misreadings:** chosen of on offer; the change is of the learners' own rates.
- **Discernment d′** is z(H) − z(F) and **leaning c** is −(z(H) + z(F)) / 2, H the share of
  supported statements that were accepted and F that of others, each as (x + 0.5) / (n + 1), all
  judgements of the class together. The variance of a change is the sum of both variances.
- **Better** is a higher d′ with a c no farther from 0. More right answers alone can also come from
  accepting, or doubting, everything.
- Questions that were corrected meanwhile are marked by the key that counts now.
"""


def render(kept: Kept, members: Sequence[Member]) -> None:
    """Draws it."""
    st.header("What has changed")
    found = _reckon(kept, members)
    other = comparing.choose(kept)
    st.write(paired(found))
    if found.main is None:
        st.write(TOO_FEW)
        return
    st.write(f"**{NOT_AN_EFFECT if other is None else BESIDE_ANOTHER}**")
    _story(found.main, _title(kept.edition))
    if kept.transfer_edition is not None:
        st.subheader("On the other story")
        if found.transfer is None:
            st.write(TOO_FEW)
        else:
            _story(found.transfer, _title(kept.transfer_edition))
    if other is not None:
        comparing.render(found, _reckon(other, taking.members(resources.studies(), other)))
    with st.expander("How it is reckoned"):
        st.markdown(_HOW)
    st.download_button(
        "Learners without names (CSV)",
        as_csv(learner_table(found)),
        f"study-{kept.code}.csv",
        "text/csv",
        help="One row for each learner who did both parts, sorted by figures.",
    )


def _reckon(kept: Kept, members: Sequence[Member]) -> Outcome:
    # Imported here: pages without answers do without.
    from reportedly.reports.frame import marked

    rows = resources.answers().of_study(kept.id)
    editions = resources.editions_of(rows)
    takers = [Taker(one.order, _done(kept, one)) for one in members]
    return outcome(kept.plan, takers, marked(rows, editions), editions)


def _done(kept: Kept, member: Member) -> dict[Part, str]:
    return {part: one.attempt for part, one in member.sittings.items() if member.did(part, kept)}


def _story(compared: Compared, title: str) -> None:
    st.html(charts.shares(compared, f"Before (striped) and after (solid): {title}"))
    st.html(charts.figures(compared, "Telling what is supported, and being sure"))
    st.markdown("\n".join(f"- {sentence}" for sentence in sentences(compared)))


def _title(edition: str) -> str:
    return resources.studies().edition(edition).story_title
