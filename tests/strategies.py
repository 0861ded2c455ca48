"""Random banks of every kind, for properties that hold for any bank."""

from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from reportedly.authoring.linting.registry import rule_names
from reportedly.files.reading.source import INVISIBLE
from reportedly.quiz.bank import Bank
from reportedly.quiz.taxonomy import Level, Skill, Slip
from reportedly.story.fields import Text

AWKWARD = [
    *("no", "on", "null", "~", "true", "3.10", "12:30", "1_000", "2026-11-21", "007", "0x1F"),
    *('"Big" is what he said', "It's", "'quoted'", "a: b", "a:", "See #3", "#3", "@x", "*b*"),
    *("&c", "!d", "%e", "`f`", "| g", "> h", "- i", "? j", "[k]", "{l}", ", m", "n \\ o"),
    *("---", "...", "key: 'value' # remark", "a\nb", "a\n\n  b", "a\tb", "“curly”", "\u00a0x"),
]


def texts() -> st.SearchStrategy[str]:
    """Any text that a field can hold: stripped, not empty, no character that cannot be seen."""
    anything = st.text(min_size=1, max_size=40)
    words = st.text(st.sampled_from("abc :#-'\"@,[]{}&*!%|>?\\\n"), min_size=1, max_size=30)
    return (
        st.one_of(st.sampled_from(AWKWARD), words, anything)
        .filter(lambda text: bool(_stripped(text)))
        .map(_stripped)
    )


def _stripped(text: str) -> str:
    """The text as a field holds it: pydantic takes other characters for spaces than Python."""
    try:
        return _TEXT.validate_python(INVISIBLE.sub("", text).replace("\r", ""))
    except ValidationError:
        return ""


_TEXT = TypeAdapter[str](Text)

NAMES = st.from_regex(r"[a-z0-9][a-z0-9-]{0,12}", fullmatch=True)
SLIPS = st.none() | st.sampled_from(Slip)
REFERENCES = st.from_regex(r"[A-Z][1-9][0-9]?", fullmatch=True)
POINTS = st.one_of(
    st.integers(1, 99).map(str),
    st.tuples(st.integers(1, 99), st.integers(1, 99)).map(lambda two: f"{two[0]}/{two[1]}"),
    st.sampled_from(["0.5", "2.25", "1"]),
)

ALLOWED = st.dictionaries(st.sampled_from(rule_names()), texts(), max_size=2)


def _record(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """A dict without the fields that are None."""
    return st.fixed_dictionaries(fields).map(
        lambda record: {name: value for name, value in record.items() if value is not None}
    )


def _maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def _options(draw: st.DrawFn, *, several: bool = False) -> list[dict[str, Any]]:
    said = draw(st.lists(texts(), min_size=2, max_size=5, unique_by=_folded))
    right = draw(st.integers(0, len(said) - 1))
    options = []
    for n, text in enumerate(said):
        is_right = n == right or (several and draw(st.booleans()))
        option = {"right" if is_right else "wrong": text}
        extra = draw(_record(why=_maybe(texts()), pin=_maybe(st.just("last")), slip=SLIPS))
        if is_right:
            extra.pop("slip", None)
        options.append(option | extra)
    return options


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


@st.composite
def _classify(draw: st.DrawFn) -> dict[str, Any]:
    usable = texts().filter(lambda text: text not in ("slips", "why"))
    labels = draw(st.lists(usable, min_size=2, max_size=4, unique=True))
    items = []
    for _ in range(draw(st.integers(2, 4))):
        label = draw(st.sampled_from(labels))
        item: dict[str, Any] = {label: draw(texts())}
        others = [other for other in labels if other != label]
        if draw(st.booleans()):
            item["slips"] = {other: draw(st.sampled_from(Slip)) for other in others}
        if draw(st.booleans()):
            item["why"] = draw(texts())
        items.append(item)
    return {"kind": "classify", "labels": labels, "items": items}


@st.composite
def _cloze(draw: st.DrawFn) -> dict[str, Any]:
    names = draw(st.lists(NAMES, min_size=1, max_size=3, unique=True))
    plain = texts().filter(lambda text: "[" not in text and "]" not in text)
    text = " ".join(f"{draw(plain)} [{name}]" for name in names)
    gaps = [{"gap": name, "options": draw(_options())} for name in names]
    return {"kind": "cloze", "text": text, "gaps": gaps}


def _match() -> st.SearchStrategy[dict[str, Any]]:
    pair = _record(item=texts(), match=texts(), slip=SLIPS, why=_maybe(texts()))
    extra = _record(wrong=texts(), slip=SLIPS, why=_maybe(texts()))
    return _record(
        kind=st.just("match"),
        pairs=st.lists(pair, min_size=2, max_size=4),
        extra=_maybe(st.lists(extra, max_size=2)),
    )


def _order() -> st.SearchStrategy[dict[str, Any]]:
    step = _record(item=texts(), slip=SLIPS, why=_maybe(texts()))
    group = st.one_of(step, st.lists(step, min_size=1, max_size=3))
    return _record(kind=st.just("order"), order=st.lists(group, min_size=2, max_size=4))


def _number() -> st.SearchStrategy[dict[str, Any]]:
    answer = st.sampled_from(["42", "42 +- 0.5", "42 +- 5%", "40 to 45", "-3", "12%"])
    near = _record(answer=answer, slip=SLIPS, why=_maybe(texts()))
    return _record(
        kind=st.just("number"),
        answer=answer,
        unit=_maybe(texts()),
        language=_maybe(st.sampled_from(["en", "de"])),
        why=_maybe(texts()),
        near=_maybe(st.lists(near, max_size=2)),
    )


def _highlight() -> st.SearchStrategy[dict[str, Any]]:
    piece = _record(words=texts(), slip=SLIPS, why=_maybe(texts()))
    right = _record(words=texts(), why=_maybe(texts()))
    return _record(
        kind=st.just("highlight"),
        passage=st.lists(REFERENCES, min_size=1, max_size=2),
        right=st.lists(right, min_size=1, max_size=3),
        wrong=st.lists(piece, max_size=3),
    )


def _short() -> st.SearchStrategy[dict[str, Any]]:
    near = _record(answer=texts(), slip=SLIPS, why=_maybe(texts()))
    return _record(
        kind=st.just("short"),
        accept=st.lists(texts(), min_size=1, max_size=4),
        case=_maybe(st.booleans()),
        close=_maybe(st.sampled_from([0, 1])),
        why=_maybe(texts()),
        near=_maybe(st.lists(near, max_size=2)),
    )


def _open() -> st.SearchStrategy[dict[str, Any]]:
    level = _record(points=POINTS, says=texts(), slip=SLIPS, why=_maybe(texts()))
    return _record(
        kind=st.just("open"), rubric=st.lists(level, min_size=2, max_size=4), model=texts()
    )


def _truefalse() -> st.SearchStrategy[dict[str, Any]]:
    answers = st.sampled_from(["true", "false", "not stated"])
    return _record(
        kind=st.just("truefalse"),
        answer=answers,
        why=_maybe(st.dictionaries(answers, texts())),
        slips=_maybe(st.dictionaries(answers, st.sampled_from(Slip))),
    )


def own_fields() -> st.SearchStrategy[dict[str, Any]]:
    """The fields that one kind alone has, and the kind."""
    return st.one_of(
        _record(kind=st.just("single"), options=_options()),
        _record(kind=st.just("multiple"), options=_options(several=True)),
        _truefalse(),
        _match(),
        _order(),
        _number(),
        _classify(),
        _highlight(),
        _cloze(),
        _short(),
        _open(),
    )


def _origin() -> st.SearchStrategy[dict[str, Any]]:
    claims = st.lists(texts(), min_size=1, max_size=3)
    blueprint = st.integers(1, 99).map(lambda number: f"BP{number:02}")
    return _record(claims=claims, blueprint=blueprint, made=_maybe(texts()), ledger=_maybe(texts()))


def questions() -> st.SearchStrategy[dict[str, Any]]:
    """A question of any kind, without its id."""
    evidence = _record(at=REFERENCES, words=texts())
    signature = _record(by=texts(), date=st.dates().map(str), wording=_maybe(texts()))
    shared = _record(
        ask=texts(),
        explain=_maybe(texts()),
        evidence=_maybe(st.lists(evidence, max_size=2)),
        skills=_maybe(st.lists(st.sampled_from(Skill), max_size=2, unique=True)),
        level=_maybe(st.sampled_from(Level)),
        points=_maybe(POINTS),
        shuffle=_maybe(st.booleans()),
        status=_maybe(st.sampled_from(["ready", "draft"])),
        reviewed=_maybe(st.lists(signature, max_size=2)),
        needs=_maybe(texts()),
        **{"from": _maybe(_origin())},
        author=_maybe(texts()),
        beyond=_maybe(_record(says=texts(), source=texts())),
        notes=_maybe(texts()),
        tags=_maybe(st.lists(NAMES, max_size=2)),
        allow=_maybe(ALLOWED),
    )
    return st.tuples(shared, own_fields()).map(lambda two: two[0] | two[1])


def banks(*, most: int = 4) -> st.SearchStrategy[Bank]:
    """A bank of up to `most` questions, each with an id of its own."""
    head = _record(
        bank=texts(),
        story=NAMES,
        about=_maybe(texts()),
        minutes=_maybe(st.integers(1, 300)),
        ages=_maybe(texts()),
        tags=_maybe(st.lists(NAMES, max_size=3)),
        author=_maybe(texts()),
        allow=_maybe(ALLOWED),
        drafted=_maybe(st.lists(NAMES, max_size=3)),
    )
    listed = st.lists(questions(), min_size=1, max_size=most)
    return st.tuples(head, listed).map(_bank)


def _bank(parts: tuple[dict[str, Any], list[dict[str, Any]]]) -> Bank:
    head, listed = parts
    numbered = [{"id": f"q-{n}", **question} for n, question in enumerate(listed)]
    return Bank.model_validate({**head, "questions": numbered})
