"""Two people on one question: what each has written, and which of it is to stay."""

from __future__ import annotations

import streamlit as st

from reportedly import resources
from reportedly.files.banks.starters import question_yaml
from reportedly.files.editing.plain import Value, same
from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.whole_question import replace_question
from reportedly.files.editing.writing import field_lines
from reportedly.files.saving import Saved
from reportedly.ui.banks import bank_work
from reportedly.ui.form import saving
from reportedly.ui.form.draft import Draft, fill, forget, index_of
from reportedly.ui.form.fields import Plain
from reportedly.ui.instructor import Instructor
from reportedly.ui.parts import notices, preview

_MINE, _THEIRS = "mine", "theirs"


def render(draft: Draft, on_disk: Saved, theirs: Plain, who: Instructor) -> None:
    """Draws both side by side, field by field, and does what the instructor chooses."""
    mine = draft.question
    st.warning(
        "This question was changed elsewhere while you were editing it. Nothing is overwritten: "
        "choose what is to stay."
    )
    chosen = {}
    for name in dict.fromkeys([*theirs, *mine]):
        if not same(mine.get(name), theirs.get(name)):
            chosen[name] = _field(draft, name, mine.get(name), theirs.get(name))
    merged = {name: said for name, said in theirs.items() if chosen.get(name) != _MINE}
    merged |= {n: mine[n] for n, whose in chosen.items() if whose == _MINE and n in mine}
    with st.container(horizontal=True):
        if st.button("Go on editing with these", type="primary", key="conflict_merge"):
            saving.rebase(draft, on_disk, theirs, merged)
            notices.finish("The form holds what you chose. It is not saved yet.")
        if st.button("Take all of theirs", key="conflict_theirs"):
            _keep(draft, on_disk, mine, who)
            fill(draft.bank, draft.id, on_disk, theirs, theirs)
            notices.finish("The question stays as it was changed elsewhere. Yours is a version.")
        if st.button("Save all of mine over theirs", key="conflict_mine"):
            _save(draft, on_disk, theirs, mine, who)


def _field(draft: Draft, name: str, mine: Value, theirs: Value) -> str:
    st.html(f'<h2 class="small">{notices.escape(name)}</h2>')
    first, second = st.columns(2)
    with first:
        st.html('<p class="fine">Mine</p>')
        st.code(_words(name, mine), language=None, wrap_lines=True)
    with second:
        st.html('<p class="fine">Theirs</p>')
        st.code(_words(name, theirs), language=None, wrap_lines=True)
    untouched = same(mine, draft.base.get(name))
    return st.radio(
        f"What is to stay of {name}",
        [_MINE, _THEIRS],
        index=1 if untouched else 0,
        horizontal=True,
        key=draft.key(draft.group, "whose", name),
    )


def _words(name: str, said: Value) -> str:
    return "nothing" if said is None else "\n".join(field_lines(name, said, 0, 2))


def _save(draft: Draft, on_disk: Saved, theirs: Plain, mine: Plain, who: Instructor) -> None:
    index = index_of(on_disk.text, draft.id)
    assert index is not None
    text = replace_question(on_disk.text, index, mine)
    reading = bank_work.read(draft.bank, text)
    if reading.bank is None and bank_work.read(draft.bank, on_disk.text).bank is not None:
        st.error("Yours has faults. Go on editing with yours and mend them first.")
        return
    saving.save(draft, text, on_disk, who)


def _keep(draft: Draft, on_disk: Saved, mine: Plain, who: Instructor) -> None:
    """Keep what is given up among the versions."""
    index = index_of(draft.loaded.text, draft.id)
    assert index is not None
    text = replace_question(draft.loaded.text, index, mine)
    resources.versions().keep(draft.bank, text, f"{who.name}, not saved", preview.now())


def gone(draft: Draft, on_disk: Saved, who: Instructor) -> None:
    """Draws what is left to do when somebody else has removed the question."""
    st.warning("This question was removed from the file, or its id was changed, elsewhere.")
    yaml = question_yaml({"id": draft.id, **draft.question})
    st.code(yaml, language=None, wrap_lines=True)
    with st.container(horizontal=True):
        if st.button("Put mine back at the end", type="primary", key="gone_back"):
            try:
                text = saving.put_back(draft, on_disk, yaml)
            except CannotEdit as fault:
                st.error(str(fault))
                return
            saving.save(draft, text, on_disk, who)
        if st.button("Let it go", key="gone_go"):
            forget(draft)
            st.rerun()
