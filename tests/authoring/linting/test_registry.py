"""The rules there are."""

from pathlib import Path

from reportedly.authoring.linting.registry import rule_names, rules

TESTS = Path(__file__).parents[1] / "lint"

ASKED_FOR = {
    *("key-longest", "absolutes", "negatives", "all-of-the-above", "same-options", "grammar"),
    *("answers-another", "key-position", "not-stated-balance", "slips-missing", "cynicism"),
    *("labels", "motive", "scare-quotes", "verbatim", "select-all"),
}


def test_every_rule_says_what_is_weak_in_one_sentence():
    for rule in rules():
        assert rule.says.endswith("."), rule.name
        assert rule.looks_at in ("question", "bank")


def test_nothing_that_is_looked_for_is_left_out():
    assert set(rule_names()) >= ASKED_FOR


def test_every_rule_has_a_test_of_its_name():
    tested = {path.stem.removeprefix("test_").replace("_", "-") for path in TESTS.glob("test_*.py")}
    assert set(rule_names()) == tested
