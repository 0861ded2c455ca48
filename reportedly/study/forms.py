"""Two parallel forms out of one pile of questions: matched in pairs, seeded, and balanced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import inf
from random import Random

from reportedly.quiz.taxonomy import Slip
from reportedly.study.plan import Forms
from reportedly.study.traits import COUNTED, Traits, differences, distance

SMALLEST = 2
"""Questions of a form at least."""

_SAME = 1e-9


class TooFewQuestions(ValueError):
    """There are not enough questions for two forms; the text says what to do."""


@dataclass(frozen=True)
class Row:
    """A count or a mean of both forms, side by side."""

    what: str
    a: str
    b: str


@dataclass(frozen=True)
class Match:
    """How well two forms match.

    Attributes:
        pairs: For each pair, in what its two questions differ; nothing where they are parallel.
        rows: What both forms hold, side by side.
    """

    pairs: tuple[tuple[str, ...], ...]
    rows: tuple[Row, ...]

    @property
    def parallel(self) -> int:
        """How many pairs are alike in all that is known."""
        return sum(not pair for pair in self.pairs)


def parallel_forms(traits: Sequence[Traits], size: int, *, seed: int) -> Forms:
    """Two forms of `size` questions each; the same seed makes the same forms.

    The pairs that differ least are taken one after another, a skill that is there already standing
    back for others, and bettered by exchange; then the two of each pair go to A and B so that the
    forms as wholes come out even.

    Raises: TooFewQuestions: with a sentence.
    """
    if size < SMALLEST:
        raise TooFewQuestions(f"A form needs at least {SMALLEST} questions.")
    if len(traits) < 2 * size:
        most = len(traits) // 2
        cure = (
            f"Choose {most} or fewer for each form, or add a bank."
            if most >= SMALLEST
            else "Add a bank, or make more of its questions ready."
        )
        raise TooFewQuestions(
            f"Two forms of {size} questions need {2 * size}, and there are {len(traits)} "
            f"that can be used. {cure}"
        )
    chance = Random(f"forms/{seed}")
    mixed = sorted(traits, key=lambda one: one.id)
    chance.shuffle(mixed)
    sided = sorted(
        _sided(_paired(mixed, size), chance), key=lambda pair: pair[0].step + pair[1].step
    )
    taken = {one.id for pair in sided for one in pair}
    return Forms(
        a=tuple(a.id for a, _ in sided),
        b=tuple(b.id for _, b in sided),
        spare=tuple(one.id for one in traits if one.id not in taken),
    )


def exchanged(forms: Forms, one: str, other: str) -> Forms:
    """The forms with two questions having changed places, wherever each was.

    Raises: KeyError: if either is nowhere.
    """
    everywhere = {*forms.a, *forms.b, *forms.spare}
    for id in (one, other):
        if id not in everywhere:
            raise KeyError(id)
    swap = {one: other, other: one}

    def changed(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(swap.get(id, id) for id in ids)

    return Forms(changed(forms.a), changed(forms.b), changed(forms.spare))


def match(forms: Forms, traits: Mapping[str, Traits]) -> Match:
    """How well two forms match, question by question and as wholes.

    Args:
        forms: The n-th question of A stands for the n-th of B.
        traits: By question id.
    """
    a, b = [traits[id] for id in forms.a], [traits[id] for id in forms.b]
    rows = [
        *_counts("Level", a, b, lambda one: [one.level.value]),
        *_counts("Kind", a, b, lambda one: [one.kind]),
        *_counts("Skill", a, b, lambda one: [skill.value for skill in one.skills]),
    ]
    for slip in COUNTED:
        rows.append(Row(f"Offers: {slip.value}", *(_offering(slip, side) for side in (a, b))))
    known = [(x.difficulty, y.difficulty) for x, y in zip(a, b, strict=True)]
    both = [(x, y) for x, y in known if x is not None and y is not None]
    if both:
        means = [sum(side) / len(both) for side in zip(*both, strict=True)]
        rows.append(
            Row(
                f"Share right so far ({len(both)} of {len(known)} pairs)",
                *(f"{100 * mean:.0f} %" for mean in means),
            )
        )
    return Match(tuple(differences(x, y) for x, y in zip(a, b, strict=True)), tuple(rows))


def _offering(slip: Slip, side: Sequence[Traits]) -> str:
    return str(sum(slip in one.offers for one in side))


def _counts(
    what: str,
    a: Sequence[Traits],
    b: Sequence[Traits],
    names: Callable[[Traits], Iterable[str]],
) -> list[Row]:
    in_a, in_b = (Counter(name for one in side for name in names(one)) for side in (a, b))
    return [Row(f"{what}: {name}", str(in_a[name]), str(in_b[name])) for name in {**in_a, **in_b}]


Pair = tuple[Traits, Traits]


def _paired(mixed: Sequence[Traits], size: int) -> list[Pair]:
    """The best pairs, none of which an exchange with another or with what is left over betters."""
    # `sorted` keeps what is equal in order, so the shuffle before decides between equals.
    close = sorted(
        ((distance(*pair), pair) for pair in combinations(mixed, 2)), key=lambda one: one[0]
    )
    alone = {one.id for one in mixed}
    used = Counter[str]()
    pairs: list[Pair] = []
    while len(pairs) < size:
        least, best = inf, close[0][1]
        for apart, pair in close:
            if apart >= least:
                break  # The rest are farther apart still, and crowding only adds to it.
            if pair[0].id in alone and pair[1].id in alone:
                cost = apart + _crowding(pair, used)
                if cost < least:
                    least, best = cost, pair
        alone -= {best[0].id, best[1].id}
        pairs.append(best)
        used.update(skill for one in best for skill in one.skills)
    spare = [one for one in mixed if one.id in alone]
    while _exchange_within(pairs) or _exchange_with(spare, pairs):
        pass
    return pairs


def _exchange_within(pairs: list[Pair]) -> bool:
    """Whether two of the pairs could be put together more closely, and were."""
    better = False
    for m, n in combinations(range(len(pairs)), 2):
        (a, b), (c, d) = pairs[m], pairs[n]
        options: list[tuple[Pair, Pair]] = [((a, b), (c, d)), ((a, c), (b, d)), ((a, d), (b, c))]
        best = min(options, key=_together)
        if _together(best) < _together(options[0]) - _SAME:
            pairs[m], pairs[n] = best
            better = True
    return better


def _together(two: tuple[Pair, Pair]) -> float:
    return distance(*two[0]) + distance(*two[1])


def _exchange_with(spare: list[Traits], pairs: list[Pair]) -> bool:
    """Whether a question left over fitted better into a pair, and was put there."""
    better = False
    for n, s in product(range(len(pairs)), range(len(spare))):
        a, b = pairs[n]
        now, with_a, with_b = distance(a, b), distance(a, spare[s]), distance(b, spare[s])
        if min(with_a, with_b) < now - _SAME:
            stays, goes = (a, b) if with_a <= with_b else (b, a)
            pairs[n], spare[s] = (stays, spare[s]), goes
            better = True
    return better


def _crowding(pair: Pair, used: Counter[str]) -> float:
    """How much of its skills the form has already: as many questions as weigh a step of level."""
    skills = {skill for one in pair for skill in one.skills}
    return sum(used[skill] for skill in skills) / (2 * len(skills)) if skills else 0.0


def _sided(pairs: Sequence[Pair], chance: Random) -> list[Pair]:
    """The pairs, turned so that neither form as a whole is harder or offers more."""
    turned = [pair if chance.random() < 0.5 else (pair[1], pair[0]) for pair in pairs]
    lean = [_lean(pair) for pair in turned]
    better = True
    while better:
        better = False
        total = [sum(column) for column in zip(*lean, strict=True)]
        # One pair turned, or two at once, whatever makes the forms more even.
        for some in (*((n,) for n in range(len(turned))), *combinations(range(len(turned)), 2)):
            after = [t - 2 * sum(lean[n][i] for n in some) for i, t in enumerate(total)]
            if _size(after) < _size(total) - _SAME:
                for n in some:
                    turned[n] = (turned[n][1], turned[n][0])
                    lean[n] = [-part for part in lean[n]]
                better = True
                break
    return turned


def _size(lean: Sequence[float]) -> float:
    return sum(abs(part) for part in lean)


def _lean(pair: Pair) -> list[float]:
    """By how much A has more than B if the pair stands as it does."""
    a, b = pair
    lean = [float(a.step - b.step)]
    lean += [float((slip in a.offers) - (slip in b.offers)) for slip in COUNTED]
    lean.append(float((a.supported is True) - (b.supported is True)))
    known = a.difficulty is not None and b.difficulty is not None
    lean.append((a.difficulty - b.difficulty) / 0.2 if known else 0.0)  # type: ignore[operator]
    return lean
