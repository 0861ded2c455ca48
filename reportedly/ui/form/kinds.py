"""The form of each kind of question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from pydantic import BaseModel

from reportedly.quiz.kinds import KINDS
from reportedly.quiz.kinds.choice import Option
from reportedly.quiz.kinds.classify import DEFAULT_LABELS, Classify, Statement
from reportedly.quiz.kinds.cloze import Cloze, Gap
from reportedly.quiz.kinds.highlight import Highlight, Piece
from reportedly.quiz.kinds.match import Extra, Match, Pair
from reportedly.quiz.kinds.multiple import Multiple
from reportedly.quiz.kinds.number import NearNumber, Number
from reportedly.quiz.kinds.open import Open, RubricLevel
from reportedly.quiz.kinds.order import Order, Step
from reportedly.quiz.kinds.short import NearWords, Short
from reportedly.quiz.kinds.single import Single
from reportedly.quiz.kinds.truefalse import ANSWERS, SHOWN, TrueFalse
from reportedly.quiz.question import Beyond, Evidence, Question
from reportedly.quiz.taxonomy import Level
from reportedly.ui.form.fields import Field, Form, Listing, field_of, listing_of
from reportedly.ui.form.ways import OPTION, STATEMENT

LEFT_OUT = {
    "id": "never changes once learners have answered; a copy of the question gets another",
    "kind": "a question of another kind is a new question",
    "status": "is set in the list of questions, by whoever reviews it",
    "reviewed": "is signed in the list of questions",
    "from_": "is written by the blueprint that drew the question",
    "needs": "is removed by whoever has done it, when the draft is reviewed",
    "tags": "is written in the text of the bank, for a sensitive question needs two signatures",
    "allow": "is written in the text of the bank, beside the warning that it answers",
}
"""Fields of every question that the form does not have, each with the reason."""

NOT_SHUFFLED = {
    "truefalse": "learners come to know the order of the three answers",
    "order": "the items are always shuffled",
    "number": "there is nothing to shuffle",
    "highlight": "the pieces stand where the passage has them",
    "short": "there is nothing to shuffle",
    "open": "the levels stand in the author's order",
}
"""Kinds whose form has no `shuffle`, for it would change nothing."""

_YES_NO = {"yes": "yes", "no": "no"}
_RULES = {
    "exact": "all or nothing",
    "net": "right ones less wrong ones",
    "each": "a share for each option judged rightly",
    "balanced": "right and wrong options weigh the same",
    "share": "a share for each part",
    "pairs": "a share for each pair in the right order",
}
_LANGUAGES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish",
    "it": "Italian", "nl": "Dutch", "pt": "Portuguese", "ru": "Russian",
}  # fmt: skip


def _why(model: type[BaseModel]) -> Field:
    return field_of(model, "why", "why")


def _slip(model: type[BaseModel]) -> Field:
    return field_of(model, "slip", "misreading", "slip")


# --- lists that several kinds share ---------------------------------------------------------------


_OPTION = (
    Field(("text",), "text", required=True, means=("right", "wrong")),
    Field(
        ("word",),
        "is",
        "choice",
        choices={"right": "right", "wrong": "wrong"},
        required=True,
        means=("right", "wrong"),
    ),
    _why(Option),
    replace(_slip(Option), unless=(("word",), "right")),
    field_of(Option, "pin", "place", "choice", choices={"last": "always last"}, unset="shuffled"),
)


def _options(model: type[BaseModel], *, sole: bool) -> Listing:
    return listing_of(
        model,
        "options",
        "Options",
        "Option",
        _OPTION,
        way=OPTION,
        start={("word",): "wrong"},
        sole=(("word",), "right") if sole else None,
    )


def _near(model: type[BaseModel], entry: type[BaseModel]) -> Listing:
    fields = (field_of(entry, "answer", "answer", "line"), _why(entry), _slip(entry))
    return listing_of(model, "near", "Wrong answers that can be foreseen", "Wrong answer", fields)


# --- classify ------------------------------------------------------------------------------------


_STATEMENT = (
    Field(("text",), "text", required=True),
    Field(("label",), "label", "label", required=True),
    _why(Statement),
    field_of(Statement, "slips", "misreading if placed under", "slips"),
)


# --- the kinds -----------------------------------------------------------------------------------

_PIECE = (field_of(Piece, "words", "words", "line"), _why(Piece), _slip(Piece))
_STEP = (
    field_of(Step, "item", "item"),
    Field(
        ("beside",),
        "place",
        "choice",
        choices={"yes": "the same place as the item above"},
        unset="a place of its own",
    ),
    _why(Step),
    _slip(Step),
)


def _bare(name: str, input: str = "line") -> tuple[Field, ...]:
    return (Field((name,), name, input, required=True),)  # type: ignore[arg-type]


def _of_answers() -> tuple[Field, ...]:
    """For each of the three answers why, and the misreading where it is wrong."""
    return tuple(
        made
        for name in ANSWERS
        for made in (
            Field(("why", name), f"{SHOWN[name]}: why", help=f"Why it is, or is not, {name}."),
            Field(
                ("slips", name),
                f"{SHOWN[name]}: misreading",
                "slip",
                unless=(("answer",), name),
            ),
        )
    )


_OWN: dict[str, Callable[[], Form]] = {
    "single": lambda: Form((), (_options(Single, sole=True),)),
    "multiple": lambda: Form((), (_options(Multiple, sole=False),)),
    "truefalse": lambda: Form(
        (
            field_of(TrueFalse, "answer", "The statement is", "choice", choices=SHOWN),
            *_of_answers(),
        ),
        (),
    ),
    "match": lambda: Form(
        (),
        (
            listing_of(
                Match,
                "pairs",
                "Pairs",
                "Pair",
                (
                    field_of(Pair, "item", "item"),
                    field_of(Pair, "match", "what belongs to it"),
                    _why(Pair),
                    _slip(Pair),
                ),
            ),
            listing_of(
                Match,
                "extra",
                "Choices that belong to no item",
                "Choice",
                (field_of(Extra, "wrong", "choice"), _why(Extra), _slip(Extra)),
            ),
        ),
    ),
    "order": lambda: Form(
        (),
        (
            listing_of(
                Order, "order", "Items in the right order", "Item", _STEP, bare=True, grouped=True
            ),
        ),
    ),
    "number": lambda: Form(
        (
            field_of(Number, "answer", "Right answer", "line"),
            field_of(Number, "unit", "Unit", "line"),
            field_of(
                Number, "language", "Language of the number", "choice",
                choices=_LANGUAGES, unset="English",
            ),
            field_of(Number, "why", "Why the answer is right"),
        ),
        (_near(Number, NearNumber),),
    ),
    "classify": lambda: Form(
        (),
        (
            listing_of(
                Classify, "labels", "Labels", "Label", _bare("label"),
                bare=True, usual=DEFAULT_LABELS,
            ),
            listing_of(
                Classify, "items", "Statements", "Statement", _STATEMENT,
                way=STATEMENT,
            ),
        ),
    ),
    "highlight": lambda: Form(
        (),
        (
            listing_of(
                Highlight, "passage", "Passage", "Paragraph", _bare("paragraph", "paragraph"),
                bare=True,
            ),
            listing_of(Highlight, "right", "Words to tap", "Words", _PIECE[:2], bare=True),
            listing_of(Highlight, "wrong", "Words not to tap", "Other words", _PIECE, bare=True),
        ),
    ),
    "cloze": lambda: Form(
        (field_of(Cloze, "text", "Text with gaps"),),
        (
            listing_of(
                Cloze, "gaps", "Gaps", "Gap",
                (field_of(Gap, "gap", "name", "line"),), lists=(_options(Gap, sole=True),),
            ),
        ),
    ),
    "short": lambda: Form(
        (
            field_of(Short, "case", "Do capitals count?", "choice", choices=_YES_NO, unset="no"),
            field_of(
                Short, "close", "Misspellings", "choice",
                choices={"0": "none accepted", "1": "one letter may differ"},
                unset="none accepted",
            ),
            field_of(Short, "why", "Why the answer is right"),
        ),
        (
            listing_of(
                Short, "accept", "Right answers", "Right answer", _bare("answer"), bare=True
            ),
            _near(Short, NearWords),
        ),
    ),
    "open": lambda: Form(
        (field_of(Open, "model", "Model answer"),),
        (
            listing_of(
                Open, "rubric", "Levels, best first", "Level",
                (
                    field_of(RubricLevel, "says", "what such an answer does"),
                    field_of(RubricLevel, "points", "points", "line"),
                    _why(RubricLevel),
                    _slip(RubricLevel),
                ),
            ),
        ),
    ),
}  # fmt: skip

EVIDENCE = listing_of(
    Question, "evidence", "Evidence", "Evidence",
    (field_of(Evidence, "at", "paragraph", "line"), field_of(Evidence, "words", "words", "line")),
)  # fmt: skip
SKILLS = listing_of(
    Question, "skills", "Skills", "Skill", (Field(("skill",), "skill", "skill"),), bare=True
)


def _form_of(kind: str) -> Form:
    model, own = KINDS[kind], _OWN[kind]()
    rules = {str(rule): _RULES[rule] for rule in model.scorings}
    points = field_of(Question, "points", "Points", "line")
    scoring = field_of(
        Question, "scoring", "Partly right answers", "choice",
        choices=rules, unset=next(iter(rules.values())),
    )  # fmt: skip
    shuffle = field_of(
        Question, "shuffle", "Shuffle the parts?", "choice", choices=_YES_NO, unset="yes"
    )
    beyond = tuple(
        replace(field_of(Beyond, name, label), path=("beyond", name))
        for name, label in (("says", "Beyond the articles"), ("source", "Its source"))
    )
    return Form(
        (field_of(Question, "ask", "The question"), *own.fields),
        (*own.lists, EVIDENCE, SKILLS),
        (
            field_of(Question, "explain", "Explanation"),
            field_of(
                Question, "level", "Level", "choice",
                choices={level: level for level in Level}, unset="medium",
            ),
        ),
        (
            points,
            scoring,
            *(() if kind in NOT_SHUFFLED else (shuffle,)),
            field_of(Question, "notes", "Notes for a class"),
            field_of(Question, "author", "Author", "line"),
            *(replace(part, required=False) for part in beyond),
        ),
    )  # fmt: skip


FORMS: dict[str, Form] = {kind: _form_of(kind) for kind in KINDS}
"""The form of each kind, by its name."""
