"""Which questions bring back what is due."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.quiz.taxonomy import Skill
from reportedly.reports.progress.reviewing import review, suitable
from reportedly.reports.progress.schedule import schedule
from tests.builders import a_bank, a_question, a_statement, a_story, an_open_question
from tests.reports.progress.learning import SURE, ZONE, an_outcome


def numbers(id, **fields):
    """A single choice on numbers."""
    return a_question(id, skills=["numbers"], **fields)


def statement(id, *skills, **fields):
    """A true or false on skills."""
    return a_statement("true", id, skills=skills or ["numbers"], **fields)


def a_typed(id):
    """A question on numbers that is answered in words."""
    question = a_question(id, kind="short", accept="40", skills=["numbers"])
    return {name: value for name, value in question.items() if name != "options"}


def a_miss(kind="single", *skills, **fields):
    return an_outcome(0, kind=kind, skills=skills or (Skill.NUMBERS,), **fields)


def reviewed(*all, **banks):
    """The review of all that comes back after these answers, as (bank, questions)."""
    parts = review(schedule(all, ZONE), banks, all)
    return [(part.bank, part.questions) for part in parts]


def test_a_missed_skill_comes_back_in_another_kind_of_question():
    bank = a_bank(numbers("one"), statement("two"), numbers("three"))
    assert reviewed(a_miss("single"), here=bank) == [("here", ("two",))]
    assert reviewed(a_miss("truefalse"), here=bank) == [("here", ("one",))]


def test_none_of_the_kinds_in_which_it_was_missed_that_day_is_taken():
    bank = a_bank(numbers("one"), statement("two"), a_typed("three"))
    assert reviewed(a_miss("short"), a_miss("single", day=0.1), here=bank) == [("here", ("two",))]


def test_if_available_it_comes_back_with_other_articles():
    here, there = a_bank(statement("here")), a_bank(statement("there"), story="harbour-clock")
    assert reviewed(a_miss(), here=here, there=there) == [("there", ("there",))]
    at_harbour = a_miss(story="harbour-clock")
    assert reviewed(at_harbour, here=here, there=there) == [("here", ("here",))]


def test_another_kind_weighs_more_than_other_articles():
    here, there = a_bank(statement("here")), a_bank(numbers("there"), story="harbour-clock")
    assert reviewed(a_miss(), here=here, there=there) == [("here", ("here",))]


def test_the_second_time_it_is_a_third_kind_where_there_is_one():
    missed, again = a_miss("single"), an_outcome(kind="truefalse", day=1)
    both = a_bank(numbers("one"), statement("two"))
    assert reviewed(missed, again, here=both) == [("here", ("one",))]
    three = a_bank(numbers("one"), statement("two"), a_typed("three"))
    assert reviewed(missed, again, here=three) == [("here", ("three",))]


def test_where_there_is_no_other_the_same_question_comes_back():
    assert reviewed(a_miss(question="one"), here=a_bank(numbers("one"))) == [("here", ("one",))]


def test_questions_never_answered_come_first_and_then_those_answered_longest_ago():
    here = a_bank(statement("one"), statement("two"), statement("three"))
    known = {"kind": "truefalse", "bank": "here"}
    two = an_outcome(question="two", day=-2, **known)
    one = an_outcome(question="one", day=-1, **known)
    three = an_outcome(question="three", day=-3, **known)
    assert reviewed(one, two, a_miss(), here=here) == [("here", ("three",))]
    assert reviewed(three, two, one, a_miss(), here=here) == [("here", ("three",))]
    assert reviewed(two, one, a_miss(), here=a_bank(statement("one"), statement("two"))) == [
        ("here", ("two",))
    ]


def test_only_ready_questions_are_taken():
    bank = a_bank(statement("draft", status="draft"), numbers("ready"))
    assert reviewed(a_miss(), here=bank) == [("here", ("ready",))]
    drafts_alone = a_bank(statement("draft", status="draft"), statement("gaps", "gaps"))
    assert reviewed(a_miss(), here=drafts_alone) == []


def test_what_learners_mark_themselves_is_taken_only_if_there_is_nothing_else():
    essay = an_open_question(skills=["numbers"])
    assert reviewed(a_miss(), here=a_bank(essay, numbers("one"))) == [("here", ("one",))]
    assert reviewed(a_miss(), here=a_bank(essay)) == [("here", ("in-your-words",))]


def test_few_banks_serve_all_that_is_due():
    misses = (a_miss("single", Skill.NUMBERS), a_miss("single", Skill.GAPS))
    alone = a_bank(statement("a", "numbers"))
    both = a_bank(statement("b", "numbers"), statement("c", "gaps"))
    [part] = review(schedule(misses, ZONE), {"alone": alone, "both": both}, misses)
    assert (part.bank, part.questions) == ("both", ("b", "c"))
    assert part.skills == (Skill.NUMBERS, Skill.GAPS)


def test_what_no_single_bank_has_makes_a_quiz_of_each():
    misses = (a_miss("single", Skill.NUMBERS), a_miss("single", Skill.GAPS))
    assert reviewed(*misses, one=a_bank(statement("a")), two=a_bank(statement("b", "gaps"))) == [
        ("one", ("a",)),
        ("two", ("b",)),
    ]


def test_the_bank_with_what_is_most_wanted_comes_first():
    misses = (
        a_miss("single", Skill.NUMBERS),
        a_miss("single", Skill.GAPS, certainty=SURE),
    )
    banks = {"one": a_bank(statement("a")), "two": a_bank(statement("b", "gaps"))}
    assert reviewed(*misses, **banks)[0] == ("two", ("b",))


def test_one_question_can_bring_back_two_skills_and_easier_ones_come_first():
    skills = (Skill.NUMBERS, Skill.GAPS, Skill.SOURCES)
    misses = [a_miss("single", skill) for skill in skills]
    bank = a_bank(
        statement("hard", "sources", level="hard"),
        statement("two-in-one", "numbers", "gaps", level="easy"),
    )
    assert reviewed(*misses, here=bank) == [("here", ("two-in-one", "hard"))]


def test_a_skill_that_no_question_trains_is_left_out():
    assert reviewed(a_miss(), here=a_bank(statement("a", "gaps"))) == []
    assert reviewed(a_miss()) == []


KINDS_AND_SKILLS = st.tuples(
    st.sampled_from(["single", "truefalse"]),
    st.sampled_from(["numbers", "gaps", "sources"]),
)


@settings(max_examples=50, deadline=None)
@given(
    st.lists(KINDS_AND_SKILLS, min_size=1, max_size=8),
    st.lists(st.lists(KINDS_AND_SKILLS, min_size=1, max_size=5), min_size=1, max_size=4),
)
def test_each_skill_due_comes_back_once_and_in_another_kind_if_there_is_one(missed, shelf):
    all = [a_miss(kind, Skill(skill)) for kind, skill in missed]
    banks = {}
    for n, wanted in enumerate(shelf):
        made = [
            (numbers if kind == "single" else statement)(f"q{n}-{m}") | {"skills": [skill]}
            for m, (kind, skill) in enumerate(wanted)
        ]
        banks[f"bank-{n}"] = a_bank(*made)
    due = schedule(all, ZONE)
    parts = review(due, banks, all)
    assert parts == review(due, banks, all)
    served = [skill for part in parts for skill in part.skills]
    assert len(served) == len(set(served))
    assert len({part.bank for part in parts}) == len(parts)
    for one in due:
        there = [q for b in banks.values() for q in b.ready if one.skill in q.skills]
        assert (one.skill in served) == bool(there)
        for part in parts:
            if one.skill in part.skills:
                chosen = [
                    q
                    for q in banks[part.bank].ready
                    if q.id in part.questions and one.skill in q.skills
                ]
                assert chosen
                used = {miss.kind for miss in one.since}
                if others := {q.kind for q in there} - used:
                    assert {q.kind for q in chosen} == others


class TestSuitable:
    """Which quizzes a learner may be led to."""

    def on_shelf(self, **fields):
        """A bank with its story; the story is its own unless one is named."""
        ages, tags = fields.pop("story_ages", None), fields.pop("story_tags", ())
        bank = a_bank(**fields)
        about = a_story().about.model_copy(update={"story": bank.story, "ages": ages, "tags": tags})
        return bank, replace(a_story(), about=about)

    def names(self, *taken, **shelf):
        """Those that suit who has taken these, by name."""
        all = [an_outcome(bank=name, story=shelf[name][0].story) for name in taken]
        return set(suitable(shelf, all))

    def test_a_quiz_on_a_sensitive_matter_is_suitable_once_its_story_was_chosen(self):
        shelf = {
            "lanterns": self.on_shelf(),
            "attack": self.on_shelf(story="attack", tags=["deaths"]),
            "tagged": self.on_shelf(story="tagged", story_tags=("religion",)),
            "also": self.on_shelf(story="attack"),
        }
        assert self.names("lanterns", **shelf) == {"lanterns", "also"}
        assert self.names("also", **shelf) == {"lanterns", "attack", "also"}
        assert self.names("tagged", **shelf) == {"lanterns", "tagged", "also"}

    def test_a_quiz_for_older_learners_is_suitable_once_one_as_old_was_taken(self):
        shelf = {
            "eleven": self.on_shelf(ages="11+"),
            "fourteen": self.on_shelf(story="b", ages="14 to 16"),
            "by-story": self.on_shelf(story="c", story_ages="14+"),
            "sixteen": self.on_shelf(ages="16+"),
            "any": self.on_shelf(story="d"),
        }
        assert self.names("eleven", **shelf) == {"eleven", "any"}
        assert self.names("any", **shelf) == {"any"}
        assert self.names("by-story", **shelf) == {"eleven", "fourteen", "by-story", "any"}
        assert self.names("sixteen", **shelf) == set(shelf)

    def test_without_the_quiz_that_was_taken_its_story_tells_the_age(self):
        [bank, story] = self.on_shelf(story="c", story_ages="14+")
        gone = [an_outcome(bank="gone", story="c")]
        assert set(suitable({"other": (bank, story)}, gone)) == {"other"}
