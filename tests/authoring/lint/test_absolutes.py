"""absolutes."""

import pytest

from tests.builders import a_choice


@pytest.mark.parametrize(
    "options",
    [
        ("The mayor counted some of them", "The mayor always counts them", "Every lantern was lit"),
        ("Some lanterns were lit", "All lanterns were lit", "It never rained", "It rained"),
        ("A few came", "Absolutely everybody came", "It is certainly wrong", "It is impossible"),
    ],
)
def test_absolute_words_in_wrong_options_alone_are_told(find, options):
    (fault,) = find(a_choice(*options))
    assert fault.place[:3] == ("questions", 0, "options")
    assert "only wrong options are absolute" in fault.found


@pytest.mark.parametrize(
    "options",
    [
        # the key has one as well
        ("All the lanterns were counted", "Every lantern was lit", "They always are"),
        # one of three is not a pattern
        ("Some were lit", "All were lit", "A few were lit", "None was counted by the police"),
        # an answer, not a strong word: there may be nobody
        ("The mayor", "Nobody is named", "None of the speakers", "Nothing in A2"),
        # not absolute where they stand
        (
            "The mayor spoke",
            "Not all were lit",
            "It is not there at all",
            "All the same, it rained",
        ),
        # an article's own word
        ("The mayor spoke", "A2 says “all”", "A2 says “every”"),
    ],
)
def test_what_is_not_a_pattern_is_fine(find, options):
    assert find(a_choice(*options)) == []
