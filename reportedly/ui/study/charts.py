"""Before and after, as an HTML table that is drawn: whoever cannot see it can hear it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reportedly.reports.intervals import Estimate
from reportedly.study.change import Change
from reportedly.study.outcome import Compared, Rates, Told
from reportedly.ui.reporting.charts import number, points

_NOTHING = '<span class="fine">too few learners</span>'


def shares(compared: Compared, caption: str) -> str:
    """Shares before and after, each with a bar, and the change with its interval."""
    rows = (
        _share("Right", "of all questions of the form", compared.right)
        + _rate("Claimed too much", "took a gap or a guess for a fact", compared.over_claim)
        + _rate("Trusted too little", "set aside what is supported", compared.trust_nothing)
        + _share("Left out", "counts as not right", compared.left_out)
    )
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("Before", "After", "Change in points (95 % interval)", "Learners")
    )
    return _frame(
        caption,
        f'<thead><tr><th scope="col">Figure</th><th scope="col" class="wide"><span class="vh">'
        f"Bars, before above after</span></th>{heads}</tr></thead><tbody>{rows}</tbody>",
        look="pair",
    )


def figures(compared: Compared, caption: str) -> str:
    """Discernment, leaning and calibration before and after, in numbers."""
    told, brier = compared.told, compared.brier
    rows = _told(told)
    if brier is None:
        rows += _missing("Sure beside right (Brier)", "lower is better", 3)
    else:
        rows += (
            f'<tr><th scope="row">Sure beside right (Brier)<br>{_fine("lower is better")}</th>'
            f"<td>{brier.before:.2f}</td><td>{brier.after:.2f}</td><td>{number(brier.by)}</td></tr>"
        )
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Figure", "Before", "After", "Change")
    )
    return _frame(caption, f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>")


def differences(found: Sequence[tuple[str, Estimate | None]], caption: str) -> str:
    """By how much more shares changed in one class than in another."""
    rows = "".join(
        f'<tr><th scope="row">{name}</th><td>{_NOTHING if by is None else points(by)}</td></tr>'
        for name, by in found
    )
    heads = '<th scope="col">Figure</th><th scope="col">Points (95 % interval)</th>'
    return _frame(caption, f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>")


def _told(told: Told | None) -> str:
    names = (
        ("Discernment d′", "0 is no better than chance"),
        ("Leaning c", "above 0 doubts, below 0 accepts"),
    )
    if told is None:
        return "".join(_missing(*name, 3) for name in names)
    rows = (
        (told.before.d_prime, told.after.d_prime, told.d_prime),
        (told.before.bias, told.after.bias, told.bias),
    )
    return "".join(
        f'<tr><th scope="row">{name}<br>{_fine(meaning)}</th>'
        + "".join(f"<td>{number(estimate)}</td>" for estimate in row)
        + "</tr>"
        for (name, meaning), row in zip(names, rows, strict=True)
    )


def _rate(name: str, meaning: str, rates: Rates) -> str:
    if rates.change is None:
        return _missing(name, meaning, 5)
    counts = "; ".join(
        f"{one.chosen:,} of {one.offered:,} {when}"
        for one, when in ((rates.before, "before"), (rates.after, "after"))
    )
    return _share(name, f"{meaning}: {counts}", rates.change)


def _share(name: str, meaning: str, change: Change) -> str:
    return (
        f'<tr><th scope="row">{name}<br>{_fine(escape(meaning))}</th>'
        f'<td class="wide">{_bar(change.before)}{_bar(change.after)}</td>'
        f"<td>{_percent(change.before)}</td><td>{_percent(change.after)}</td>"
        f"<td>{points(change.by)}</td><td>{change.learners}</td></tr>"
    )


def _missing(name: str, meaning: str, cells: int) -> str:
    empty = "<td></td>" * (cells - 1)
    return f'<tr><th scope="row">{name}<br>{_fine(meaning)}</th><td>{_NOTHING}</td>{empty}</tr>'


def _frame(caption: str, inside: str, look: str = "") -> str:
    return (
        f'<div class="wide-table" tabindex="0" role="region" aria-label="{escape(caption)}">'
        f'<table class="chart study {look}"><caption>{escape(caption)}</caption>{inside}</table>'
        "</div>"
    )


def _bar(share: float) -> str:
    width = f"width:{100 * min(1.0, max(0.0, share)):.1f}%"
    return f'<div class="bar" aria-hidden="true"><span style="{width}"></span></div>'


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _fine(words: str) -> str:
    return f'<span class="fine">{words}</span>'
