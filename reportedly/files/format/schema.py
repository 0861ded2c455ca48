"""The bank format as JSON Schema, for editors and for programs that are not ours.

Made from the types. An editor sees `42`, `yes` and dates as numbers, truth values and dates where
our reader sees text, so every text may be any of these; and the short forms that the types expand
on reading are written out.
"""

from __future__ import annotations

import json
from typing import Any

from reportedly.authoring.linting.registry import rule_names
from reportedly.files.format import schema_patterns as patterns
from reportedly.quiz.bank import Bank
from reportedly.quiz.kinds import KINDS

Schema = dict[str, Any]

# What a text may look like to a program that gives types to what it reads.
_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": patterns.WORDS}
_SLUG = "^[a-z0-9][a-z0-9-]*$"
_SPAN = (
    r"^\s*[+-]?\d+(\.\d+)?\s*%?\s*"
    r"((\+-|\+/-|±)\s*\d+(\.\d+)?\s*%?|to\s+[+-]?\d+(\.\d+)?\s*%?)?\s*$"
)
_ONE_RIGHT: Schema = {
    "contains": {"type": "object", "required": ["right"]},
    "minContains": 1,
    "maxContains": 1,
}


def bank_schema() -> Schema:
    """The schema of a bank's file (JSON Schema 2020-12)."""
    made = Bank.model_json_schema()
    parts: Schema = {name: _loosened(part) for name, part in made.pop("$defs").items()}
    schema = _loosened(made)
    _allow_short_forms(schema["properties"], {"tags": None, "reviewed": None, "drafted": None})
    schema["properties"]["minutes"] |= {"type": ["integer", "string"], "pattern": r"^\s*\d+\s*$"}
    _allow_rules(schema)
    for name, part in parts.items():
        if "kind" in part.get("properties", {}):
            _finish_question(part)
        if name == "Option":
            part["oneOf"] = [{"required": ["right"]}, {"required": ["wrong"]}]
            part["not"] = {"required": ["right", "slip"]}
    parts["Statement"] = _statement()
    origin = parts["Origin"]["properties"]
    origin["claims"]["minItems"] = 1
    origin["blueprint"]["type"] = "string"
    _allow_short_forms(origin, {"claims": None})
    _finish_kinds(parts)
    schema["properties"]["questions"] = _questions(schema["properties"]["questions"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A bank of questions",
        "description": "One quiz on one story; see the guide for authors.",
        **{k: v for k, v in schema.items() if k not in ("title", "description")},
        "$defs": parts,
    }


def schema_text() -> str:
    """The schema as the file quizzes/bank.schema.json holds it."""
    return json.dumps(bank_schema(), indent=2, ensure_ascii=False) + "\n"


def _questions(listed: Schema) -> Schema:
    """The questions: the kind alone decides which fields a question has."""
    choices = [
        {
            "if": {"properties": {"kind": {"const": name}}, "required": ["kind"]},
            "then": {"$ref": f"#/$defs/{model.__name__}"},
        }
        for name, model in KINDS.items()
    ]
    item: Schema = {
        "type": "object",
        "required": ["kind", "ask"],
        "properties": {
            "kind": {"enum": list(KINDS), "description": "How the question is answered."}
        },
        "allOf": choices,
        "defaultSnippets": [_snippet()],
    }
    return {**listed, "minItems": 1, "items": item}


def _snippet() -> Schema:
    return {
        "label": "a question with one right option",
        "body": {
            "id": "$1",
            "kind": "single",
            "ask": "$2",
            "options": [{"right": "$3", "why": "$4"}, {"wrong": "$5", "slip": "$6", "why": "$7"}],
            "explain": "$8",
            "evidence": [{"at": "$9", "words": "$10"}],
            "skills": ["$11"],
            "level": "easy",
        },
    }


def _loosened(part: Any) -> Any:
    """A schema in which a text may look like a number, a truth value or a date."""
    if isinstance(part, list):
        return [_loosened(each) for each in part]
    if not isinstance(part, dict):
        return part
    known = {k: _loosened(v) for k, v in part.items() if k not in ("title", "default")}
    if "properties" in part:
        known["properties"] = {k: _loosened(v) for k, v in part["properties"].items()}
    options = [each for each in known.get("anyOf", []) if each != {"type": "null"}]
    if options:
        del known["anyOf"]
        known |= options[0] if len(options) == 1 else {"anyOf": options}
    if known.get("type") == "string" and "enum" not in known:
        known = {**_TEXT, **known, "type": _TEXT["type"]}
    if known.get("type") == "boolean":
        return {**known, "type": ["boolean", "string"], "enum": _TRUTH}
    return known


_TRUTH: list[Any] = [True, False, "yes", "no", "on", "off", "true", "false"]


def _or_list(single: Schema, listed: Schema, description: str) -> Schema:
    return {"description": description, "anyOf": [single, listed]}


def _allow_short_forms(properties: Schema, short: dict[str, Schema | None]) -> None:
    """Let one entry stand where a list is meant; None keeps the entries' own form."""
    for name, form in short.items():
        listed = properties[name]
        description = listed.pop("description", "")
        single = listed["items"] if form is None else form
        properties[name] = _or_list(single, listed, description)


def _finish_question(part: Schema) -> None:
    """What all kinds share: an id may be left out, one entry may stand for a list."""
    properties = part["properties"]
    part["required"] = [name for name in part["required"] if name != "id"]
    properties["id"]["pattern"] = _SLUG
    properties["kind"]["description"] = part["description"]
    properties["points"] = _points(properties["points"]) | {"exclusiveMinimum": 0}
    properties["skills"]["maxItems"] = 2
    # Only a draft may need anything of a person yet.
    part["if"] = {"required": ["needs"]}
    part["then"] = {"required": ["status"], "properties": {"status": {"const": "draft"}}}
    _allow_rules(part)
    _allow_short_forms(properties, {"evidence": None, "skills": None, "reviewed": None})
    scorings = [str(rule) for rule in KINDS[properties["kind"]["const"]].scorings]
    description = properties["scoring"].get("description", "")
    properties["scoring"] = {"enum": scorings, "description": description}


def _allow_rules(part: Schema) -> None:
    """Rules by their names, each with a reason."""
    part["properties"]["allow"] |= {
        "type": "object",
        "propertyNames": {"enum": list(rule_names())},
        "additionalProperties": _TEXT,
    }


def _points(known: Schema) -> Schema:
    """A number in any of the forms that a fraction has."""
    pattern = r"^\s*\d{1,9}(\.\d{1,9})?(\s*/\s*[1-9]\d{0,8})?\s*$"
    description = known.get("description", "")
    return {
        "description": description,
        "type": ["number", "string"],
        "pattern": pattern,
        "maximum": 999_999_999,
    }


def _finish_kinds(parts: Schema) -> None:
    """What one kind alone has."""
    for name in ("Single", "Gap"):
        parts[name]["properties"]["options"] |= {"minItems": 2, **_ONE_RIGHT}
    multiple = parts["Multiple"]["properties"]["options"]
    multiple |= {"minItems": 2, "contains": _ONE_RIGHT["contains"]}
    step: Schema = {"anyOf": [_TEXT, {"$ref": "#/$defs/Step"}]}
    group: Schema = {"type": "array", "minItems": 1, "items": step}
    parts["Order"]["properties"]["order"] |= {
        "minItems": 2,
        "items": {"anyOf": [*step["anyOf"], group]},
        "uniqueItems": True,
    }
    highlight = parts["Highlight"]["properties"]
    piece: Schema = {"anyOf": [_TEXT, {"$ref": "#/$defs/Piece"}]}
    for name in ("right", "wrong"):
        highlight[name]["items"] = piece
    without_slip: Schema = {"$ref": "#/$defs/Piece", "not": {"required": ["slip"]}}
    highlight["right"] |= {"minItems": 1, "items": {"anyOf": [_TEXT, without_slip]}}
    highlight["passage"]["minItems"] = 1
    single_piece: dict[str, Schema | None] = {"right": None, "wrong": None, "passage": None}
    _allow_short_forms(highlight, single_piece)
    short = parts["Short"]["properties"]
    short["accept"]["minItems"] = 1
    lettered: Schema = {"anyOf": [{"type": "number"}, {"pattern": patterns.WITH_A_LETTER}]}
    short["accept"]["items"] |= lettered
    _allow_short_forms(short, {"accept": None})
    short["close"] |= {"type": ["integer", "string"], "enum": [0, 1, "0", "1"]}
    classify = parts["Classify"]["properties"]
    classify["labels"]["minItems"] = 2
    classify["items"] |= {"minItems": 2, "items": {"$ref": "#/$defs/Statement"}}
    parts["Match"]["properties"]["pairs"]["minItems"] = 2
    parts["Open"]["properties"]["rubric"] |= {"minItems": 2, "allOf": _each_its_points()}
    parts["Cloze"]["properties"]["text"]["not"] = {"pattern": patterns.A_GAP_TWICE}
    parts["Cloze"]["allOf"] = [_gaps_in_step(n) for n in range(patterns.MOST_GAPS + 1)]
    number: Schema = {
        "type": ["number", "string"],
        "pattern": _SPAN,
        "not": {"type": "string", "pattern": patterns.downwards()},
    }
    for name in ("Number", "NearNumber"):
        parts[name]["properties"]["answer"] |= number
    level = parts["RubricLevel"]["properties"]
    level["points"] = _points(level["points"]) | {"minimum": 0}
    _finish_truefalse(parts["TrueFalse"], parts["Slip"])
    parts["Evidence"]["properties"]["words"]["pattern"] = patterns.AT_MOST_12_WORDS


def _gaps_in_step(count: int) -> Schema:
    """A text with so many gaps has as many of them described."""
    return {
        "if": {
            "properties": {"text": {"type": "string", "pattern": patterns.exactly_gaps(count)}},
            "required": ["text"],
        },
        "then": {"properties": {"gaps": {"minItems": count, "maxItems": count}}},
    }


def _each_its_points() -> list[Schema]:
    """No two levels are worth the same, for what levels are usually worth."""
    halves = [number / 2 for number in range(21)]
    return [
        {
            "contains": {
                "properties": {"points": {"enum": [half, f"{half:g}"]}},
                "required": ["points"],
            },
            "minContains": 0,
            "maxContains": 1,
        }
        for half in halves
    ]


def _finish_truefalse(part: Schema, slip: Schema) -> None:
    """True and false may be written with or without quotes."""
    properties = part["properties"]
    answers = ["true", "false", "not stated"]
    properties["answer"] |= {"type": ["string", "boolean"], "enum": [*answers, True, False]}
    properties["why"] |= {
        "type": "object",
        "propertyNames": {"enum": answers},
        "additionalProperties": _TEXT,
    }
    properties["slips"] |= {
        "type": "object",
        "propertyNames": {"enum": answers},
        "additionalProperties": slip,
    }
    part["allOf"] = [_no_slip_for(answer) for answer in answers]


def _no_slip_for(answer: str) -> Schema:
    """The right answer stands for no misreading."""
    forms: list[Any] = [answer] + ([answer == "true"] if answer != "not stated" else [])
    return {
        "if": {"required": ["answer"], "properties": {"answer": {"enum": forms}}},
        "then": {"properties": {"slips": {"not": {"required": [answer]}}}},
    }


def _fields_beside(beside: list[str], count: int) -> Schema:
    """With these fields beside it, a statement has so many fields in all."""
    others = [name for name in ("slips", "why") if name not in beside]
    without = [{"not": {"required": [name]}} for name in others]
    return {
        "if": {"allOf": [{"required": beside}, *without]},
        "then": {"minProperties": count, "maxProperties": count},
    }


def _statement() -> Schema:
    """A statement under its label: one field with a name of the author's."""
    return {
        "type": "object",
        "description": "A statement, written as `label: statement`.",
        "allOf": [
            _fields_beside([], 1),
            _fields_beside(["why"], 2),
            _fields_beside(["slips"], 2),
            _fields_beside(["slips", "why"], 3),
        ],
        "properties": {
            "slips": {
                "type": "object",
                "description": "For each wrong label, the misreading it stands for.",
                "additionalProperties": {"$ref": "#/$defs/Slip"},
            },
            "why": {**_TEXT, "description": "Why it belongs under its label."},
        },
        "additionalProperties": {**_TEXT, "description": "The statement, under its label."},
    }
