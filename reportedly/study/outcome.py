"""What a study shows: the same figures before and after, whatever they come to."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot

from reportedly.quiz.correcting.carrying import carry
from reportedly.quiz.edition import Edition
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from reportedly.quiz.response import from_plain
from reportedly.quiz.taxonomy import Slip
from reportedly.reports.classes.discernment import Discernment, discernment
from reportedly.reports.classes.error_rates import OVER_CLAIM, TRUST_NOTHING, ErrorRate
from reportedly.reports.classes.support import Support, support_judgements
from reportedly.reports.frame import Marked
from reportedly.reports.intervals import Estimate, Interval
from reportedly.study.change import Change, Pair, change_of
from reportedly.study.orders import Order
from reportedly.study.plan import Part, Plan


@dataclass(frozen=True)
class Taker:
    """A learner and the parts they did in time.

    Attributes:
        done: By part, the attempt.
    """

    order: Order
    done: Mapping[Part, str]


@dataclass(frozen=True)
class Sheet:
    """What one learner did in one part.

    Attributes:
        questions: How many the form has.
        answered: How many of them have an answer.
        right: The sum of the shares right.
        chosen, offered: By misreading, over the questions answered.
        brier: The mean of (p - share)² over the answers with a certainty; None without any.
    """

    questions: int
    answered: int = 0
    right: float = 0.0
    chosen: Mapping[Slip, int] = field(default_factory=dict)
    offered: Mapping[Slip, int] = field(default_factory=dict)
    support: Support = field(default_factory=Support)
    brier: float | None = None

    @property
    def share(self) -> float:
        """The share right of all the form's questions: one left out counts as not right."""
        return self.right / self.questions

    @property
    def left_out(self) -> float:
        """The share of the form's questions without an answer."""
        return 1 - self.answered / self.questions

    def rate(self, slip: Slip) -> float | None:
        """How often a misreading was chosen where it was on offer."""
        of = self.offered.get(slip, 0)
        return self.chosen.get(slip, 0) / of if of else None


@dataclass(frozen=True)
class Both:
    """A learner's two sheets; `first` says which form came first, "A" or "B"."""

    first: str
    before: Sheet
    after: Sheet


@dataclass(frozen=True)
class Rates:
    """A misreading before and after.

    Attributes:
        before, after: Chosen of offered, all learners together.
        change: Of the learners' own rates, for those who met it on both sides.
    """

    before: ErrorRate
    after: ErrorRate
    change: Change | None


@dataclass(frozen=True)
class Told:
    """Discernment and bias before and after, all learners together.

    Attributes:
        d_prime, bias: The changes. Their variances are the sums of those before and after, as if
            others had judged: since the same did, the intervals are rather too wide.
    """

    before: Discernment
    after: Discernment
    d_prime: Estimate
    bias: Estimate


@dataclass(frozen=True)
class Compared:
    """What changed on one story, for those who did both parts.

    Attributes:
        told: None where fewer than five learners judged statements on both sides, or not both
            sorts of statement were judged.
        brier: None where fewer than five learners said how sure they were on both sides.
    """

    learners: int
    right: Change
    left_out: Change
    over_claim: Rates
    trust_nothing: Rates
    told: Told | None
    brier: Change | None


@dataclass(frozen=True)
class Outcome:
    """What a study shows.

    Attributes:
        takers: Who takes part.
        only_before, only_after: Who did one of the two in time, and so cannot be paired.
        both: Who did both.
        main: None of fewer than five learners.
        transfer: The same on the other story.
        sheets: Of those who did both on the story, sorted so that nobody is known by their place;
            nothing of fewer than five.
    """

    takers: int
    only_before: int
    only_after: int
    both: int
    main: Compared | None
    transfer: Compared | None
    sheets: tuple[Both, ...]


def outcome(
    plan: Plan, takers: Sequence[Taker], marked: Marked, editions: Mapping[str, Edition]
) -> Outcome:
    """What a study shows so far.

    Args:
        plan: Its forms.
        takers: Who takes part, with what each did in time.
        marked: Their answers; others may be among them.
        editions: By key, at least all that are in `marked`.
    """
    read = _sheets(marked, editions)

    def pairs(before: Part, after: Part) -> list[Both]:
        return [
            Both(
                one.order.transfer_first if before.is_transfer else one.order.main_first,
                *(
                    read(one.done[part], len(plan.questions(part, one.order)))
                    for part in (before, after)
                ),
            )
            for one in takers
            if before in one.done and after in one.done
        ]

    main = pairs(Part.BEFORE, Part.AFTER)
    transfer = pairs(Part.BEFORE_TRANSFER, Part.AFTER_TRANSFER)
    did = [(Part.BEFORE in one.done, Part.AFTER in one.done) for one in takers]
    return Outcome(
        takers=len(takers),
        only_before=did.count((True, False)),
        only_after=did.count((False, True)),
        both=len(main),
        main=_compared(main),
        transfer=_compared(transfer),
        sheets=tuple(sorted(main, key=_by_figures)) if len(main) >= SMALLEST_GROUP else (),
    )


def _compared(pairs: Sequence[Both]) -> Compared | None:
    right = _change(pairs, lambda sheet: sheet.share)
    left_out = _change(pairs, lambda sheet: sheet.left_out)
    if right is None or left_out is None:
        return None
    return Compared(
        learners=len(pairs),
        right=right,
        left_out=left_out,
        over_claim=_rates(pairs, OVER_CLAIM),
        trust_nothing=_rates(pairs, TRUST_NOTHING),
        told=_told(pairs),
        brier=_change(pairs, lambda sheet: sheet.brier),
    )


def _change(pairs: Sequence[Both], figure: Callable[[Sheet], float | None]) -> Change | None:
    """The change of a figure, for those who have it on both sides."""
    known = [(pair.first, figure(pair.before), figure(pair.after)) for pair in pairs]
    return change_of(
        [Pair(f, before, after) for f, before, after in known
         if before is not None and after is not None]
    )  # fmt: skip


def _rates(pairs: Sequence[Both], slip: Slip) -> Rates:
    def pooled(sheets: Sequence[Sheet]) -> ErrorRate:
        chosen = sum(sheet.chosen.get(slip, 0) for sheet in sheets)
        return ErrorRate(slip, chosen, sum(sheet.offered.get(slip, 0) for sheet in sheets))

    return Rates(
        before=pooled([pair.before for pair in pairs]),
        after=pooled([pair.after for pair in pairs]),
        change=_change(pairs, lambda sheet: sheet.rate(slip)),
    )


def _told(pairs: Sequence[Both]) -> Told | None:
    judged = [p for p in pairs if p.before.support.judgements and p.after.support.judgements]
    if len(judged) < SMALLEST_GROUP:
        return None
    before = discernment(sum((pair.before.support for pair in judged), Support()))
    after = discernment(sum((pair.after.support for pair in judged), Support()))
    if before is None or after is None:
        return None
    return Told(
        before, after, _growth(before.d_prime, after.d_prime), _growth(before.bias, after.bias)
    )


def _growth(before: Estimate, after: Estimate) -> Estimate:
    value = after.value - before.value
    half = hypot(*((one.interval.high - one.interval.low) / 2 for one in (before, after)))
    return Estimate(value, Interval(value - half, value + half))


def _by_figures(pair: Both) -> tuple[object, ...]:
    return (pair.first, pair.before.share, pair.after.share, pair.before.left_out)


# --- from rows to sheets ------------------------------------------------------------------------


def _sheets(marked: Marked, editions: Mapping[str, Edition]) -> Callable[[str, int], Sheet]:
    """Reads an attempt's sheet, given how many questions its form has."""
    lines = marked.meanings
    support = [
        _support(editions, *key)
        for key in zip(
            *(lines[name] for name in ("edition", "marked_by", "question", "response")), strict=True
        )
    ]
    slips, offered = list(lines["slips"]), list(lines["offered"])
    known = marked.rows[marked.rows["share"].notna()]
    by_sitting: defaultdict[str, list[tuple[int, float, float]]] = defaultdict(list)
    for sitting, meaning, share, sure in zip(
        known["sitting"].astype(str), known["meaning"], known["share"], known["sure"], strict=True
    ):
        by_sitting[sitting].append((meaning, share, sure))

    def read(sitting: str, questions: int) -> Sheet:
        rows = by_sitting.get(sitting, [])
        gaps = [(sure - share) ** 2 for _, share, sure in rows if sure == sure]  # not NaN
        both = (OVER_CLAIM, TRUST_NOTHING)
        return Sheet(
            questions=questions,
            answered=len(rows),
            right=sum(share for _, share, _ in rows),
            chosen={slip: sum(slip in slips[m] for m, _, _ in rows) for slip in both},
            offered={slip: sum(slip in offered[m] for m, _, _ in rows) for slip in both},
            support=sum((support[m] for m, _, _ in rows), Support()),
            brier=sum(gaps) / len(gaps) if gaps else None,
        )

    return read


def _support(
    editions: Mapping[str, Edition], edition: str, marked_by: str, id: str, text: str
) -> Support:
    """The judgements in one answer, by the key that counts."""
    asked, counts = (editions[key].question(id) for key in (edition, marked_by))
    response = from_plain(json.loads(text))
    carried = response if edition == marked_by else carry(response, asked, counts)
    if carried is None:
        return support_judgements(asked, response)
    return support_judgements(counts, carried)
