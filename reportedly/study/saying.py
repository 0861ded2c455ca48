"""What a study shows, in sentences: the same ones whatever the figures are."""

from __future__ import annotations

from reportedly.reports.intervals import Estimate
from reportedly.study.change import Change, difference
from reportedly.study.outcome import Compared, Outcome, Rates

NOT_AN_EFFECT = (
    "This is change, not effect: without a comparison class that had no lessons in between, it "
    "cannot be told what brought it about. A second go at such questions, talk among learners and "
    "time that passes can change answers too."
)

BESIDE_ANOTHER = (
    "Beside a comparison class, the difference between the two changes is what the lessons may "
    "have brought about. Unless chance decided which class had them, whatever else the classes "
    "differ in may have brought it about as well."
)

TOO_FEW = "Nothing is told of fewer than five learners who did both parts."


def paired(outcome: Outcome) -> str:
    """How many could be compared with themselves, and who could not."""
    left = outcome.takers - outcome.both - outcome.only_before - outcome.only_after
    return (
        f"{outcome.both} of {outcome.takers} who take part did both parts in time. Not paired, and "
        f"in no figure: {outcome.only_before} who did only the first, {outcome.only_after} only "
        f"the second, {left} neither."
    )


def sentences(compared: Compared) -> tuple[str, ...]:
    """Every figure in a sentence, then what the two misreadings come to together."""
    return (
        _moved("The share right", compared.right),
        _rate("Claiming too much", compared.over_claim),
        _rate("Trusting too little", compared.trust_nothing),
        together(compared.over_claim, compared.trust_nothing),
        _discernment(compared),
        _brier(compared),
        _moved("The share of questions left out", compared.left_out),
        _freed(compared),
    )


def together(over_claim: Rates, trust_nothing: Rates) -> str:
    """What the two misreadings did, seen side by side: nine cases by sign, each with its words."""
    much, little = over_claim.change, trust_nothing.change
    if much is None or little is None:
        return (
            "Whether learners came to tell better or only to trust less cannot be told: fewer than "
            "five met both misreadings before and after."
        )
    m, t = _sign(much.by.value), _sign(little.by.value)
    if m < 0 < t:
        said = (
            "Claiming too much fell while trusting too little rose. This is the pattern of having "
            "learned to trust nothing."
        )
    elif t < 0 < m:
        said = (
            "Trusting too little fell while claiming too much rose. This is the pattern of having "
            "learned to accept everything."
        )
    elif m <= 0 and t <= 0 and m + t < 0:
        said = (
            "Neither misreading rose and at least one fell: this is the pattern of telling better."
        )
    elif m >= 0 and t >= 0 and m + t > 0:
        said = (
            "Neither misreading fell and at least one rose: this is the pattern of telling worse."
        )
    else:
        said = "Neither misreading changed."
    both = {"claiming too much": much, "trusting too little": little}
    open_ends = [name for name, one in both.items() if _includes_none(one.by)]
    if not open_ends:
        return said
    return f"{said} But no change lies within the interval of {' and that of '.join(open_ends)}."


def beside(here: Compared, there: Compared) -> tuple[tuple[str, Estimate | None], ...]:
    """By how much more each share changed here than there; None where it is not told of both."""

    def more(one: Change | None, other: Change | None) -> Estimate | None:
        return None if one is None or other is None else difference(one, other)

    return (
        ("Right", more(here.right, there.right)),
        ("Claimed too much", more(here.over_claim.change, there.over_claim.change)),
        ("Trusted too little", more(here.trust_nothing.change, there.trust_nothing.change)),
        ("Left out", more(here.left_out, there.left_out)),
    )


def points(value: float) -> str:
    """A difference of shares in points of a hundred, with its sign."""
    return _signed(100 * value, 1)


def _moved(what: str, change: Change) -> str:
    return (
        f"{what} {_verb(change.by.value)} from {_percent(change.before)} to "
        f"{_percent(change.after)}: {points(change.by.value)} points "
        f"({_interval(change.by, 100, 1)}; {change.learners} learners)."
    )


def _rate(what: str, rates: Rates) -> str:
    if rates.change is None:
        return f"{what}: fewer than five learners met it before and after, so nothing is told."
    return _moved(what, rates.change)


def _discernment(compared: Compared) -> str:
    told = compared.told
    if told is None:
        return (
            "Discernment d′ and leaning c: too few judged supported and unsupported statements "
            "before and after, so nothing is told."
        )
    leans = ("moved toward acceptance,", "did not change,", "moved toward doubt,")
    nearer = abs(told.after.bias.value) < abs(told.before.bias.value)
    return (
        f"Discernment d′ {_verb(told.d_prime.value)} from {_number(told.before.d_prime.value)} to "
        f"{_number(told.after.d_prime.value)}: {_signed(told.d_prime.value, 2)} "
        f"({_interval(told.d_prime, 1, 2)}). Leaning c "
        f"{leans[_sign(told.bias.value) + 1]} from "
        f"{_number(told.before.bias.value)} to {_number(told.after.bias.value)}: "
        f"{_signed(told.bias.value, 2)} ({_interval(told.bias, 1, 2)}), "
        f"{'nearer to' if nearer else 'not nearer to'} 0, which leans to neither side."
    )


def _brier(compared: Compared) -> str:
    change = compared.brier
    if change is None:
        return "How well learners knew what they knew was asked of fewer than five on both sides."
    return (
        f"The distance between sure and right (Brier; lower is better) {_verb(change.by.value)} "
        f"from {_number(change.before)} to {_number(change.after)}: {_signed(change.by.value, 2)} "
        f"({_interval(change.by, 1, 2)}; {change.learners} learners)."
    )


def _freed(compared: Compared) -> str:
    if compared.right.freed:
        return (
            "Learners had the two forms in both orders, and both orders weigh the same: that one "
            "form is harder does not count as a change."
        )
    return "Nearly all had the same form first, so that one form is harder may count as a change."


def _verb(value: float) -> str:
    return ("fell", "did not change,", "rose")[_sign(value) + 1]


def _sign(value: float) -> int:
    # Sums of shares can miss 0 by a rounding.
    return 0 if abs(value) < 1e-12 else 1 if value > 0 else -1


def _includes_none(by: Estimate) -> bool:
    return by.interval.low <= 0 <= by.interval.high


def _interval(by: Estimate, unit: float, places: int) -> str:
    ends = (
        f"{_signed(by.interval.low * unit, places)} to {_signed(by.interval.high * unit, places)}"
    )
    return f"95 % interval {ends}{', which includes no change' if _includes_none(by) else ''}"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _number(value: float) -> str:
    return _signed(value, 2).removeprefix("+")


def _signed(value: float, places: int) -> str:
    text = f"{abs(value):.{places}f}"
    if float(text) == 0:
        return text
    return f"{'−' if value < 0 else '+'}{text}"
