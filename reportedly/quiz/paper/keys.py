"""The answer to each kind of question as it is printed for whoever marks the sheets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from reportedly.quiz.card import points_text
from reportedly.quiz.edition import Edition
from reportedly.quiz.kinds import Classify, Cloze, Match, Number, Open, Order, Short
from reportedly.quiz.kinds.choice import ChoosingQuestion, Option
from reportedly.quiz.kinds.number import NearNumber
from reportedly.quiz.kinds.placing import PlacingQuestion
from reportedly.quiz.kinds.short import NearWords
from reportedly.quiz.marking import PartMark
from reportedly.quiz.paper.sheet import Numbered, gap_letters, letters
from reportedly.quiz.question import Question, Render
from reportedly.quiz.taxonomy import Scoring, Slip, SlipText

Slips = Mapping[Slip, SlipText]

_RULES = {
    Scoring.NET: "Each right choice earns its share of the points; each wrong one takes as much "
    "away. Never below 0.",
    Scoring.EACH: "Everything rightly chosen or rightly left alone earns its share of the points.",
    Scoring.BALANCED: "Right choices share the points; wrong ones together take away as many. "
    "Never below 0.",
    Scoring.SHARE: "Each right part earns its share of the points.",
    Scoring.PAIRS: "Count the pairs that stand the right way round: of n in all and k right, it "
    "earns (2k − n) / n of the points. Never below 0.",
    Scoring.EXACT: "Only a wholly right answer earns the points.",
}

_MOST_WORDINGS = 8
"""Other wordings that are listed; banks list dozens, for a machine that compares letters."""


@dataclass(frozen=True)
class _Line:
    """A line of the answer.

    Attributes:
        mark: The letter, place or label.
        note: The reason, Markdown.
    """

    mark: str
    text: str
    is_right: bool = True
    note: str | None = None
    slip: Slip | None = None


@dataclass(frozen=True)
class KeyWords:
    """How texts are shown: Markdown to clean HTML, and the misreadings by name."""

    render: Render
    slips: Slips


def answer_html(each: Numbered, edition: Edition, words: KeyWords) -> str:
    """What is right and why, what is wrong and why, and how partly right answers are valued."""
    rule = _rule(each.question)
    partly = f'<p class="fine">{rule}</p>' if rule else ""
    return _lines_html(_lines(each, edition), words) + _model(each.question, words) + partly


def right_answer(question: Question) -> str:
    """The right answer on one line, without letters of any sheet."""
    if isinstance(question, PlacingQuestion):
        return "; ".join(f"{part.text} → {part.key}" for part in question.judge({}))
    if isinstance(question, Order):
        return "; ".join(line.text for line in _ordered(question))
    if isinstance(question, Number):
        return question.key
    if isinstance(question, Short):
        return question.accept[0]
    if isinstance(question, Open):
        return question.model
    assert isinstance(question, ChoosingQuestion)
    return "; ".join(p.text for p in question.judged(frozenset()) if p.verdict == "missed")


def _lines(each: Numbered, edition: Edition) -> Iterable[_Line]:
    question = each.question
    if isinstance(question, Match):
        return _matched(each, question, edition)
    if isinstance(question, Classify):
        return _sorted(each, question, edition)
    if isinstance(question, Cloze):
        return _filled(each, question)
    if isinstance(question, Order):
        return _ordered(question)
    if isinstance(question, Number):
        answer = _Line("", question.key, note=question.why)
        return [answer, *map(_near, question.near)]
    if isinstance(question, Short):
        key = _Line("", question.accept[0], note=question.why)
        return [key, *map(_near, question.near)]
    if isinstance(question, ChoosingQuestion):
        return _chosen(each, question, edition)
    return []


def _near(near: NearNumber | NearWords) -> _Line:
    return _Line("", near.answer, is_right=False, note=near.why, slip=near.slip)


def _chosen(each: Numbered, question: ChoosingQuestion, edition: Edition) -> list[_Line]:
    named = letters(each, edition)
    judged = question.judged(frozenset())
    # Without letters, as true and false are, in the order of the bank; a piece that the passage
    # does not hold has no letter and cannot be chosen.
    places = sorted(named, key=lambda n: (len(named[n]), named[n])) or range(len(judged))
    return [_part(named.get(n, ""), judged[n]) for n in places]


def _part(mark: str, part: PartMark) -> _Line:
    is_right = part.verdict == "missed"
    return _Line(mark, part.text, is_right, part.why, None if is_right else part.slip)


def _matched(each: Numbered, question: Match, edition: Edition) -> list[_Line]:
    named = letters(each, edition)
    by_text = {text: named[n] for n, text in enumerate(question.choices)}
    pairs = [question.pairs[n] for n in each.layout.parts]
    return [_Line(by_text[p.match], f"{p.item} → {p.match}", note=p.why) for p in pairs] + [
        _Line(by_text[e.wrong], f"{e.wrong} fits none", is_right=False, note=e.why, slip=e.slip)
        for e in question.extra
    ]


def _sorted(each: Numbered, question: Classify, edition: Edition) -> list[_Line]:
    named = letters(each, edition)
    items = [question.items[n] for n in each.layout.parts]
    return [
        _Line(
            named.get(question.labels.index(item.label), ""),
            f"{item.text} → {item.label}",
            note=item.why,
        )
        for item in items
    ]


def _filled(each: Numbered, question: Cloze) -> list[_Line]:
    lines = []
    # Numbered as they are met in the text, whatever order they are described in.
    gaps = [int(p["gap"]) for p in question.body(each.layout)["pieces"] if "gap" in p]
    for number, gap in enumerate(gaps, start=1):
        options = question.gaps[gap].options
        named = gap_letters(each, gap)
        lines += [_option(f"({number}) {named[n]}", options[n]) for n in named]
    return lines


def _option(mark: str, option: Option) -> _Line:
    return _Line(mark, option.text, option.is_right, option.why, option.slip)


def _ordered(question: Order) -> list[_Line]:
    lines: list[_Line] = []
    for group in question.order:
        first, last = len(lines) + 1, len(lines) + len(group)
        place = str(first) if first == last else f"{first} to {last}, in any order"
        lines += [_Line(place, step.item, note=step.why) for step in group]
    return lines


def _lines_html(lines: Iterable[_Line], words: KeyWords) -> str:
    shown = "".join(_line_html(line, words) for line in lines)
    return f'<ul class="key">{shown}</ul>' if shown else ""


def _line_html(line: _Line, words: KeyWords) -> str:
    verdict = "Right" if line.is_right else "Wrong"
    mark = f'<b class="letter">{escape(line.mark)}</b> ' if line.mark else ""
    return (
        f'<li class="{verdict.lower()}"><span class="verdict">{verdict}</span>'
        f'<span>{mark}<span class="said">{escape(line.text)}</span>'
        f"{_note(line.note, line.slip, words)}</span></li>"
    )


def _note(why: str | None, slip: Slip | None, words: KeyWords) -> str:
    """The reason, and the misreading behind it."""
    reason = f" – {words.render(why)}" if why else ""
    return reason + (
        f' <span class="fine">({escape(words.slips[slip].title)})</span>' if slip else ""
    )


def _model(question: Question, words: KeyWords) -> str:
    """The rubric of an open question and a model answer; other wordings of a short answer."""
    if isinstance(question, Short):
        return _other_wordings(question.accept[1:])
    if not isinstance(question, Open):
        return ""
    worth = question.points / question.best
    levels = "".join(
        f'<li><span class="verdict">{points_text(level.points * worth)} of '
        f"{points_text(question.points)}</span><span>{escape(level.says)}"
        f"{_note(level.why, level.slip, words)}</span></li>"
        for level in question.rubric
    )
    return f'<p>For example: {words.render(question.model)}</p><ul class="key">{levels}</ul>'


def _other_wordings(others: tuple[str, ...]) -> str:
    if not others:
        return ""
    shown = " · ".join(map(escape, others[:_MOST_WORDINGS]))
    more = len(others) - _MOST_WORDINGS
    rest = f", and {more} more of the kind" if more > 0 else ""
    return f'<p class="fine">Also right: {shown}{rest}.</p>'


def _rule(question: Question) -> str:
    """How partly right answers are valued; nothing where there are none."""
    if isinstance(question, Open | Number) or question.kind in ("single", "truefalse"):
        return ""
    if isinstance(question, Short):
        return "One letter may be wrong, missing, too many or swapped." if question.close else ""
    return _RULES[question.rule]
