"""Setting up a study: from which banks, how many questions, and the two forms to look over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from html import escape
from secrets import randbits, token_hex
from zoneinfo import ZoneInfo

import streamlit as st

from reportedly import resources
from reportedly.files.markdown import to_html
from reportedly.files.shelf.shelf import ShelvedBank
from reportedly.quiz.edition import Edition
from reportedly.store.studies.kept import Kept
from reportedly.story.plain import plain
from reportedly.study.forms import SMALLEST, TooFewQuestions, exchanged, match, parallel_forms
from reportedly.study.plan import Forms, Plan
from reportedly.study.traits import Traits, traits_of, usable
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts.counting import counted
from reportedly.ui.study import difficulties

_USUAL, _USUAL_TRANSFER = 10, 5


@dataclass(frozen=True)
class Chosen:
    """A pair of forms, and the banks they are made of."""

    banks: tuple[ShelvedBank, ...]
    forms: Forms


def render(who: Instructor) -> Kept | None:
    """Draws the choices. Returns: the study, once it is opened."""
    by_story: dict[str, list[ShelvedBank]] = {}
    for shelved in resources.shelf().banks.values():
        if usable([shelved.bank]):
            by_story.setdefault(shelved.bank.story, []).append(shelved)
    if not by_story:
        st.write(
            "There is no bank with ready questions yet. Make one at the desk, then come back here."
        )
        return None
    title = st.text_input("Title that learners see", "Before and after", max_chars=80)
    st.subheader("The two forms")
    story = st.selectbox(
        "Story", list(by_story), format_func=lambda n: _title(by_story[n]), key="study-story"
    )
    main = _forms("main", by_story[story], _USUAL, "A", "B")
    st.subheader("The transfer pair")
    st.write(
        "A pair on another story shows whether what was learned goes beyond the story it was "
        "learned on. Leave out of your lessons what it is about."
    )
    others = [name for name in by_story if name != story]
    transfer: Chosen | None = None
    wants = st.checkbox(
        "With a transfer pair", value=bool(others), disabled=not others, key="study-transfer"
    )
    if not others:
        st.caption("This needs a bank on a second story.")
    elif wants:
        other = st.selectbox(
            "Other story", others, format_func=lambda n: _title(by_story[n]), key="study-other"
        )
        transfer = _forms("transfer", by_story[other], _USUAL_TRANSFER, "T1", "T2")
    certain = st.checkbox("Ask how sure they are", key="study-certain")
    after_from = _after_from()
    _notes()
    is_ready = main is not None and (transfer is not None or not wants or not others)
    if not st.button("Open the study", type="primary", key="study-open", disabled=not is_ready):
        return None
    if not title.strip():
        st.error("The study needs a title: write one above.")
        return None
    if after_from is not None and after_from <= datetime.now(UTC):
        st.error("The date of the second part has passed already. Please choose a later one.")
        return None
    assert main is not None
    return _open(title.strip(), main, transfer, certain, after_from, who)


def _title(banks: list[ShelvedBank]) -> str:
    return banks[0].story.about.title


# --- the forms ----------------------------------------------------------------------------------


def _forms(key: str, banks: list[ShelvedBank], usual: int, a: str, b: str) -> Chosen | None:
    """Draws what decides a pair of forms, and the pair itself."""
    by_name = {shelved.name: shelved for shelved in banks}
    names = st.multiselect(
        "Banks",
        list(by_name),
        default=list(by_name),
        format_func=lambda n: by_name[n].bank.bank,
        key=f"study-banks-{key}-{banks[0].bank.story}",
    )
    chosen = tuple(by_name[name] for name in names)
    questions = usable([shelved.bank for shelved in chosen])
    most = len(questions) // 2
    if most < SMALLEST:
        st.error(
            f"Two forms need at least {2 * SMALLEST} questions, and there "
            f"{'is' if len(questions) == 1 else 'are'} {len(questions)} that can be used. Add a "
            "bank, or make more of its questions ready; written answers cannot be used."
        )
        return None
    size = int(
        st.number_input(
            f"Questions in each form (at most {most})",
            SMALLEST,
            most,
            min(usual, most),
            key=f"study-size-{key}-{'+'.join(names)}",
        )
    )
    known = difficulties.of(chosen)
    traits = {question.id: traits_of(question, known) for question in questions}
    seed = st.session_state.setdefault(f"study-seed-{key}", randbits(32))
    swaps_key = f"study-swaps-{key}-{seed}-{size}-{'+'.join(names)}"
    swaps: list[tuple[str, str]] = st.session_state.setdefault(swaps_key, [])
    try:
        forms = parallel_forms(tuple(traits.values()), size, seed=seed)
    except TooFewQuestions as fault:
        st.error(str(fault))
        return None
    for one, other in swaps:
        forms = exchanged(forms, one, other)
    _preview(forms, traits, a, b)
    _adjust(key, forms, traits, swaps, a, b)
    return Chosen(chosen, forms)


def _preview(forms: Forms, traits: Mapping[str, Traits], a: str, b: str) -> None:
    found = match(forms, traits)
    st.write(
        f"**{found.parallel} of {counted(len(found.pairs), 'pair')}** "
        f"{'is' if found.parallel == 1 else 'are'} alike in skill, kind, level and the misreadings "
        "on offer. Half of the class gets one form first, half the other, so that a difference "
        "that is left cannot pass for a change."
    )
    rows = "".join(
        f"<tr><td>{to_html(traits[x].ask)}</td><td>{to_html(traits[y].ask)}</td>"
        f"<td>{escape(', '.join(differs)) or 'nothing'}</td></tr>"
        for x, y, differs in zip(forms.a, forms.b, found.pairs, strict=True)
    )
    st.html(
        f'<div class="scrolls" tabindex="0" role="region" aria-label="Forms {a} and {b}">'
        f'<table class="chart forms"><caption>Forms {a} and {b}, pair by pair</caption><thead><tr>'
        f'<th scope="col">Form {a}</th><th scope="col">Form {b}</th>'
        f'<th scope="col">They differ in</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )
    with st.expander(f"What both forms hold, and {len(forms.spare)} left over"):
        counts = "".join(
            f'<tr><th scope="row">{escape(row.what)}</th><td>{row.a}</td><td>{row.b}</td></tr>'
            for row in found.rows
        )
        st.html(
            f'<table class="chart"><caption>What both forms hold</caption><thead><tr>'
            f'<th scope="col">What</th><th scope="col">{a}</th><th scope="col">{b}</th></tr>'
            f"</thead><tbody>{counts}</tbody></table>"
        )
        if forms.spare:
            left = "".join(f"<li>{to_html(traits[id].ask)}</li>" for id in forms.spare)
            st.html(f"<p>Left over, in neither form:</p><ul>{left}</ul>")


def _adjust(
    key: str,
    forms: Forms,
    traits: Mapping[str, Traits],
    swaps: list[tuple[str, str]],
    a: str,
    b: str,
) -> None:
    with st.expander(f"Change the forms {a} and {b} by hand"):
        where = {
            **dict.fromkeys(forms.a, a),
            **dict.fromkeys(forms.b, b),
            **dict.fromkeys(forms.spare, "left over"),
        }

        def named(id: str) -> str:
            return f"{where[id]}: {plain(traits[id].ask)}"

        one = st.selectbox("This question", [*forms.a, *forms.b], format_func=named, key=f"{key}-1")
        rest = [id for id in where if where[id] != where[one]]
        other = st.selectbox(
            "changes places with", rest, format_func=named, key=f"{key}-2-{where[one]}"
        )
        with st.container(horizontal=True):
            if st.button("Exchange", key=f"study-exchange-{key}"):
                swaps.append((one, other))
                st.rerun()
            if st.button("Undo", key=f"study-undo-{key}", disabled=not swaps):
                swaps.pop()
                st.rerun()
            if st.button("Draw other forms", key=f"study-draw-{key}"):
                st.session_state[f"study-seed-{key}"] = randbits(32)
                st.rerun()


# --- when, and opening --------------------------------------------------------------------------


def _after_from() -> datetime | None:
    how = st.radio(
        "The second part opens", ["when I say so", "from a date"], key="study-when", horizontal=True
    )
    if how == "when I say so":
        return None
    zone = ZoneInfo(st.context.timezone or "UTC")
    soon = datetime.now(zone) + timedelta(days=14)
    day = st.date_input("Day", soon.date(), key="study-day")
    hour = st.time_input("From", time(8, 0), key="study-hour")
    return datetime.combine(day, hour, zone).astimezone(UTC)


def _notes() -> None:
    days = resources.settings().retention_days
    st.caption(
        f"Answers delete themselves {days} days after a learner’s last one, so open the second "
        f"part within {days} days of the first. Until a learner has done it, these banks rest for "
        "them; do not use them in class meanwhile either, for there they are explained. Who has "
        "done it sees every explanation at once: let all do it at about the same time."
    )


def _open(
    title: str,
    main: Chosen,
    transfer: Chosen | None,
    certain: bool,
    after_from: datetime | None,
    who: Instructor,
) -> Kept:
    plan = Plan(
        title=title,
        banks=tuple(shelved.name for shelved in main.banks),
        forms=main.forms,
        transfer=transfer.forms if transfer else None,
        transfer_banks=tuple(s.name for s in transfer.banks) if transfer else (),
        asks_certainty=certain,
        seed=randbits(48),
    )
    kept = resources.studies().begin(
        plan,
        _edition(main),
        _edition(transfer) if transfer else None,
        id=token_hex(12),
        made_by=who.name,
        seed=randbits(48),
        now=datetime.now(UTC),
        after_from=after_from,
    )
    for key in [k for k in st.session_state if str(k).startswith("study-")]:
        del st.session_state[key]
    return kept


def _edition(chosen: Chosen) -> Edition:
    """The questions as they are now; those of several banks as of one."""
    first = chosen.banks[0]
    bank = first.bank
    if len(chosen.banks) > 1:
        questions = usable([shelved.bank for shelved in chosen.banks])
        title = first.story.about.title
        bank = bank.model_copy(update={"bank": title, "questions": questions})
    return Edition.of(bank, first.story)
