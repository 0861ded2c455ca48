"""One value changed: what the text looks like afterwards."""

import pytest

from reportedly.files.editing.sheet import CannotEdit
from reportedly.files.editing.values import add_field, remove_field, set_value

BANK = """\
# yaml-language-server: $schema=./bank.schema.json
bank: A bank   # a remark after a value
story: a-story
tags: [one, 'two', "three"]   # a remark after a list

questions:
  # A remark of the first question.
  - id: first
    kind: single
    ask: Who said so?  # why so?
    options:
      - right: The office
        why: It is named.
      # A remark of the second option.
      - wrong: 'It''s the clerk'
        slip: wrong-speaker
      - {wrong: "a, b", why: plain}
    explain: |
      One line.

      Another line.
    level: easy

# --- a part of its own ---

  - id: second
    kind: single
    ask: "Who \\"said\\" so?"
    options: [{right: x}, {wrong: y}]
    explain: >-
      A text that is folded
      over two lines.
    skills: gaps
"""
FIRST = ("questions", 0)
SECOND = ("questions", 1)


def after(text, *edits):
    """The text with each old piece, of which there is one, replaced by a new one."""
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


SET = [
    (("bank",), "New", "bank: A bank   #", "bank: New   #"),
    (("bank",), "New: one", "bank: A bank   #", 'bank: "New: one"   #'),
    (("bank",), "Cut # here", "bank: A bank   #", 'bank: "Cut # here"   #'),
    (("bank",), "“curly”", "bank: A bank   #", "bank: “curly”   #"),
    (("bank",), "- x", "bank: A bank   #", 'bank: "- x"   #'),
    (("bank",), "", "bank: A bank   #", 'bank: ""   #'),
    (("tags", 0), "new", "[one,", "[new,"),
    (("tags", 0), "a, b", "[one,", '["a, b",'),
    (("tags", 1), "it's", "'two'", "'it''s'"),
    (("tags", 2), 'a "b"', '"three"', '"a \\"b\\""'),
    (("tags",), ["one", "three"], "[one, 'two', \"three\"]", '[one, "three"]'),
    (("tags",), ["four", "one", "two", "three"], "[one,", "[four, one,"),
    (("tags",), ["three", "one", "two"], "[one, 'two', \"three\"]", "[\"three\", one, 'two']"),
    (("tags",), [], "[one, 'two', \"three\"]", "[]"),
    ((*FIRST, "ask"), "Who?\nWhen?", "ask: Who said so?  # why so?\n",
     "ask: |-  # why so?\n      Who?\n      When?\n"),
    ((*FIRST, "options", 1, "wrong"), "It's # me", "'It''s the clerk'", "'It''s # me'"),
    ((*FIRST, "options", 1, "wrong"), "a\nb", "'It''s the clerk'", '"a\\nb"'),
    ((*FIRST, "options", 2, "why"), "a: b", "why: plain}", 'why: "a: b"}'),
    ((*FIRST, "explain"), "New: # \"x\"\n\nEnd",
     "      One line.\n\n      Another line.\n", "      New: # \"x\"\n\n      End\n"),
    ((*SECOND, "ask"), "It's", '"Who \\"said\\" so?"', '"It\'s"'),
    ((*SECOND, "explain"), "One.\nTwo.", "      A text that is folded\n      over two lines.\n",
     "      One.\n\n      Two.\n"),
    ((*SECOND, "skills"), ["gaps", "numbers"], "skills: gaps\n", "skills: [gaps, numbers]\n"),
    ((*SECOND, "skills", 0), "numbers", "skills: gaps\n", "skills: numbers\n"),
    ((*FIRST, "options", 0), {"wrong": "The office", "why": "It is named."}, "- right: The office",
     "- wrong: The office"),
]  # fmt: skip


@pytest.mark.parametrize(("place", "value", "old", "new"), SET)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_only_the_value_changes(place, value, old, new, end, mark):
    def as_file(text):
        return mark + text.replace("\n", end)

    assert set_value(as_file(BANK), place, value) == as_file(after(BANK, (old, new)))
    bare = as_file(BANK).removesuffix(end)
    assert set_value(bare, place, value) == as_file(after(BANK, (old, new))).removesuffix(end)


@pytest.mark.parametrize("place", [("bank",), (*FIRST, "explain"), (*SECOND, "skills")])
def test_the_same_value_leaves_every_byte(place):
    said = {"bank": " A bank ", "explain": "One line.\n\nAnother line.", "skills": ["gaps"]}
    assert set_value(BANK, place, said[place[-1]]) == BANK


def test_options_in_another_order_take_their_remarks_along():
    options = [
        {"wrong": "It's the clerk", "slip": "wrong-speaker"},
        {"right": "The office", "why": "It is named."},
        {"wrong": "a, b", "why": "plain"},
    ]
    right = "      - right: The office\n        why: It is named.\n"
    wrong = (
        "      # A remark of the second option.\n"
        "      - wrong: 'It''s the clerk'\n        slip: wrong-speaker\n"
    )
    made = set_value(BANK, (*FIRST, "options"), options)
    assert made == after(BANK, (right + wrong, wrong + right))


def test_a_new_option_stands_as_its_sisters_do():
    options = [{"right": "x"}, {"wrong": "y"}, {"wrong": "z, a", "slip": "over-claim"}]
    made = set_value(BANK, (*SECOND, "options"), options)
    assert made == after(BANK, ("{wrong: y}]", '{wrong: y}, {wrong: "z, a", slip: over-claim}]'))


def test_a_field_is_added_where_its_kind_has_it():
    made = add_field(BANK, SECOND, "level", "hard")
    assert made == after(BANK, ("    skills: gaps\n", "    skills: gaps\n    level: hard\n"))
    made = add_field(BANK, FIRST, "skills", ["gaps"])
    assert made == after(BANK, ("    level: easy\n", "    skills: [gaps]\n    level: easy\n"))
    made = add_field(BANK, FIRST, "evidence", [{"at": "A1", "words": "b c"}])
    lines = '    evidence:\n      - {at: A1, words: "b c"}\n    level: easy\n'
    assert made == after(BANK, ("    level: easy\n", lines))
    made = add_field(BANK, (*FIRST, "options", 1), "why", "No: not so")
    lines = '        slip: wrong-speaker\n        why: "No: not so"\n'
    assert made == after(BANK, ("        slip: wrong-speaker\n", lines))
    made = add_field(BANK, (*FIRST, "options", 2), "slip", "cynicism")
    assert made == after(BANK, ('"a, b", why', '"a, b", slip: cynicism, why'))
    made = add_field(BANK, (), "about", "Something.")
    assert made == after(BANK, ("story: a-story\n", "story: a-story\nabout: Something.\n"))


def test_a_field_that_is_there_is_not_added():
    with pytest.raises(CannotEdit):
        add_field(BANK, FIRST, "level", "hard")


def test_a_field_is_removed_with_what_belongs_to_it():
    assert remove_field(BANK, (*FIRST, "level")) == after(BANK, ("    level: easy\n", ""))
    assert remove_field(BANK, (*FIRST, "id")) == after(BANK, ("id: first\n    kind", "kind"))
    lines = "    explain: |\n      One line.\n\n      Another line.\n"
    assert remove_field(BANK, (*FIRST, "explain")) == after(BANK, (lines, ""))
    assert remove_field(BANK, ("tags", 1)) == after(BANK, ("'two', ", ""))
    assert remove_field(BANK, ("tags", 2)) == after(BANK, (', "three"', ""))
    option = "      # A remark of the second option.\n      - wrong: 'It''s the clerk'\n"
    option += "        slip: wrong-speaker\n"
    assert remove_field(BANK, (*FIRST, "options", 1)) == after(BANK, (option, ""))
    assert remove_field(BANK.rstrip("\n"), (*SECOND, "skills")) == after(
        BANK, ("    skills: gaps\n", "")
    ).rstrip("\n")


def test_an_empty_field_is_filled():
    for empty in ("    explain:\n", "    explain: \n"):
        text = BANK.replace("    level: easy\n", "    level: easy\n    author:\n")
        assert set_value(text, (*FIRST, "author"), "Ada") == text.replace("author:", "author: Ada")
        text = "bank: x\nquestions:\n  - kind: single\n" + empty + "    ask: y\n"
        assert set_value(text, (*FIRST, "explain"), "z") == text.replace(empty, "    explain: z\n")


def test_words_of_another_language_and_signs_keep_their_places():
    text = "bank: 你好 🔔 Ünï\nabout: 🔔 old # no\ntags: ['🔔', x]\nquestions: []\n"
    assert set_value(text, ("tags", 1), "y🔔") == text.replace(", x]", ", y🔔]")
    assert set_value(text, ("about",), "neu 🔔") == text.replace("🔔 old", "neu 🔔")


def test_lists_at_the_margin_stay_there():
    text = "bank: x\nquestions:\n- kind: single\n  ask: y\n  options:\n  - right: a\n  - wrong: b\n"
    made = set_value(text, (*FIRST, "options"), [{"right": "a"}, {"wrong": "b"}, {"wrong": "c"}])
    assert made == text + "  - wrong: c\n"
    made = add_field(text, FIRST, "evidence", ["A long text, " * 5, "another long text " * 5])
    assert "\n  evidence:\n  - A long text" in made


def test_signs_that_nobody_sees_are_left_out_and_other_ends_of_lines_become_plain_ones():
    assert set_value(BANK, ("bank",), "Another\x07 \ufeffbank") == BANK.replace(
        "bank: A bank", "bank: Another bank"
    )
    for end in ("\v", "\u2028", "\x85", "\r\n"):
        pasted = set_value(BANK, ("bank",), f"One{end}two")
        assert pasted == set_value(BANK, ("bank",), "One\ntwo")
