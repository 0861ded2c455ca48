"""Random questions of every kind, and random responses to them, with words that can be told apart.

Reasons, slips and model answers carry words that stand nowhere else, so that a test can look for
them where they must not be seen.
"""

from typing import Any

from hypothesis import strategies as st

from reportedly.quiz.kinds import KINDS, AnyQuestion
from reportedly.quiz.marking import Certainty
from reportedly.quiz.question import Layout
from reportedly.quiz.taxonomy import SCORINGS_OF_CHOICES, Slip
from tests.quiz.answering import a_question

SECRET = "SECRET"
"""Stands in every word that a learner may see only after answering."""

PARAGRAPH = "alpha bravo charlie delta echo foxtrot golf hotel"
"""Highlights choose among the words of A2, which is this."""

slips = st.sampled_from(Slip)
whys = st.none() | st.integers(0, 9).map(lambda n: f"{SECRET} reason {n}")
words = st.sampled_from(PARAGRAPH.split())
some_words = st.lists(words, min_size=2, max_size=6, unique=True)


def _without_nothing(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


@st.composite
def options(draw: st.DrawFn, *, right: int | None = None) -> list[dict[str, Any]]:
    """Two to six options, of which `right` are right; any number but none when None."""
    texts = draw(some_words)
    count = right or draw(st.integers(1, len(texts)))
    written = [_without_nothing(right=text, why=draw(whys)) for text in texts[:count]]
    for text in texts[count:]:
        slip = draw(st.none() | slips)
        pin = draw(st.sampled_from([None, None, "last"]))
        written.append(_without_nothing(wrong=text, why=draw(whys), slip=slip, pin=pin))
    return draw(st.permutations(written))


@st.composite
def _fields(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    slip_or_none = st.none() | slips
    exact_or_share = st.sampled_from([None, "share", "exact"])
    match kind:
        case "single":
            return {"options": draw(options(right=1))}
        case "multiple":
            return {
                "options": draw(options()),
                "scoring": draw(st.none() | st.sampled_from(SCORINGS_OF_CHOICES)),
            }
        case "truefalse":
            answers = ["true", "false", "not stated"]
            answer = draw(st.sampled_from(answers))
            return {
                "answer": answer,
                "why": {
                    name: f"{SECRET} {name}" for name in draw(st.sets(st.sampled_from(answers)))
                },
                "slips": {name: draw(slips) for name in answers if name != answer},
            }
        case "match":
            items, matches = draw(some_words), draw(some_words)
            extras = draw(
                st.lists(words.filter(lambda w: w not in matches), max_size=2, unique=True)
            )
            return {
                "pairs": [
                    _without_nothing(
                        item=f"item {item}",
                        match=matches[0] if n == 0 else draw(st.sampled_from(matches)),
                        slip=draw(slip_or_none),
                        why=draw(whys),
                    )
                    for n, item in enumerate(items)
                ],
                "extra": [{"wrong": word, "why": f"{SECRET} extra"} for word in extras or ["zulu"]],
                "scoring": draw(exact_or_share),
            }
        case "order":
            items = draw(st.lists(words, min_size=3, max_size=6, unique=True))
            cut = draw(st.integers(1, len(items) - 1))
            steps = [
                _without_nothing(item=item, slip=draw(slip_or_none), why=draw(whys))
                for item in items
            ]
            tied = draw(st.booleans())
            return {
                "order": [*steps[:cut], steps[cut:]] if tied else steps,
                "scoring": draw(st.sampled_from([None, "pairs", "exact"])),
            }
        case "number":
            answer = draw(st.sampled_from(["42", "42 +- 0.5", "40 +- 5%", "40 to 45", "-3"]))
            return {
                "answer": answer,
                "unit": draw(st.sampled_from([None, "days"])),
                "why": draw(whys),
                "near": [{"answer": "66", "slip": draw(slips), "why": f"{SECRET} near"}],
            }
        case "classify":
            labels, texts = draw(some_words), draw(some_words)
            written = []
            for text in texts:
                label = draw(st.sampled_from(labels))
                wrong = [other for other in labels if other != label]
                written.append(
                    _without_nothing(
                        **{label: f"item {text}"},
                        slips={other: draw(slips) for other in wrong},
                        why=draw(whys),
                    )
                )
            return {"labels": labels, "items": written, "scoring": draw(exact_or_share)}
        case "highlight":
            pieces = draw(some_words)
            cut = draw(st.integers(1, len(pieces)))
            return {
                "passage": "A2",
                "right": [_without_nothing(words=w, why=draw(whys)) for w in pieces[:cut]],
                "wrong": [{"words": w, "slip": draw(slips)} for w in pieces[cut:]],
                "scoring": draw(st.none() | st.sampled_from(SCORINGS_OF_CHOICES)),
            }
        case "cloze":
            names = draw(some_words)[:3]
            return {
                "text": " then ".join(f"[{name}]" for name in names) + " and so on",
                "gaps": [{"gap": name, "options": draw(options(right=1))} for name in names],
                "scoring": draw(exact_or_share),
            }
        case "short":
            return {
                "accept": [f"{SECRET} {word}" for word in draw(some_words)],
                "case": draw(st.booleans()),
                "close": draw(st.sampled_from([0, 1])),
                "why": draw(whys),
                "near": [{"answer": f"{SECRET} near", "slip": draw(slips), "why": f"{SECRET} n"}],
            }
        case "open":
            return {
                "rubric": [
                    {"points": 4, "says": f"{SECRET} best", "why": f"{SECRET} reason"},
                    {"points": 1, "says": f"{SECRET} some", "slip": draw(slips)},
                    {"points": 0, "says": f"{SECRET} none", "slip": draw(slips)},
                ],
                "model": f"{SECRET} model",
            }
    raise AssertionError(f"no strategy for questions of kind {kind}")


@st.composite
def questions(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(KINDS)) -> AnyQuestion:
    """Questions without faults, of any kind or of those named."""
    kind = draw(st.sampled_from(kinds))
    return a_question(
        kind=kind,
        shuffle=draw(st.booleans()),
        points=draw(st.sampled_from(["1", "2", "1/2"])),
        explain=f"{SECRET} explanation",
        **draw(_fields(kind)),
    )


@st.composite
def payloads(draw: st.DrawFn, question: AnyQuestion, layout: Layout) -> dict[str, Any]:
    """What a card may send for this question in this layout."""

    def ids(count: int) -> st.SearchStrategy[str]:
        return st.sampled_from([str(n) for n in range(count)])

    parts = len(layout.parts)
    match question.kind:
        case "single" | "truefalse":
            return {"chosen": [draw(ids(parts))]}
        case "multiple" | "highlight":
            return {"chosen": draw(st.lists(ids(parts), min_size=1, unique=True))}
        case "order":
            return {"sequence": draw(st.permutations([str(n) for n in range(parts)]))}
        case "match" | "classify" | "cloze":
            items = draw(st.lists(ids(parts), min_size=1, unique=True))
            return {
                "placed": {
                    item: draw(
                        ids(len(layout.choices[int(item) if question.kind == "cloze" else 0]))
                    )
                    for item in items
                }
            }
        case "number":
            return {"typed": draw(st.sampled_from(["42", "41.5", "66", "-3", "1 000", "0.125"]))}
        case "short":
            return {"typed": draw(words).upper()}
        case "open":
            return {"typed": "A few words.", "level": draw(st.none() | ids(parts))}
    raise AssertionError(f"no payload for questions of kind {question.kind}")


certainties = st.none() | st.sampled_from(Certainty)

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([10**30, -1, 0, 1, 2])
    | st.floats(allow_nan=True)
    | st.text(max_size=8)
    | st.sampled_from(
        ["0", "1", "2", "00", "-1", " 1", "٣", "²", "9" * 5000, "\ud800", "\0", "1e9"]
    ),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Anything that JSON can carry, and often what nearly is an id."""

odd_payloads = json_values | st.fixed_dictionaries(
    {},
    optional={
        name: json_values | st.lists(st.sampled_from(["0", "1", "2", 0, None, True]), max_size=4)
        for name in ("chosen", "placed", "sequence", "typed", "level")
    },
)
