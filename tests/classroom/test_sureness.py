"""How sure and how right a class was: no number that points at a few."""

from hypothesis import given, settings
from hypothesis import strategies as some

from reportedly.classroom.hosting import host_view
from reportedly.classroom.moves import Do
from reportedly.classroom.sureness import sureness
from reportedly.classroom.tallies import Marks
from reportedly.quiz.marking import Certainty
from reportedly.quiz.privacy.withholding import SMALLEST_GROUP
from tests.builders import NOON, chose
from tests.classroom.playing import WORDS, a_board, a_plan, a_vote, edition_of, played

EDITION = edition_of()
VOTES = some.lists(
    some.tuples(some.sampled_from(Certainty), some.sampled_from([0, 0, 0, 1])), max_size=80
).map(lambda said: [a_vote(f"s{n}", chose(o), certainty=c) for n, (c, o) in enumerate(said)])


def of(certainty, option, count, first=0):
    return [a_vote(f"s{first + n}", chose(option), certainty=certainty) for n in range(count)]


def test_five_are_shown_and_four_are_not():
    votes = [*of(Certainty.EIGHTY, 0, 5), *of(Certainty.EIGHTY, 1, 4, first=5)]
    (row,) = [r for r in sureness(Marks(EDITION), votes) if r.certainty is Certainty.EIGHTY]
    assert (row.right, row.not_right) == (5, None)


def test_where_nobody_was_asked_there_is_no_table():
    assert sureness(Marks(EDITION), [a_vote()]) == ()


@settings(max_examples=100, deadline=None)
@given(votes=VOTES)
def test_no_number_below_five_is_shown_or_can_be_reckoned(votes):
    rows = sureness(Marks(EDITION), votes)
    for cells in ([row.right for row in rows], [row.not_right for row in rows]):
        shown = [cell for cell in cells if cell is not None]
        assert all(cell >= SMALLEST_GROUP for cell in shown)
        assert len(cells) - len(shown) != 1, "the one would be what is missing to all"


def test_the_host_sees_the_vote_that_is_looked_at():
    board = a_board(played(Do.START, Do.CLOSE, plan=a_plan(asks_certainty=True)))
    view = host_view(board, [], [], of(Certainty.GUESS, 0, 6), WORDS, NOON)
    assert view["sureness"][0] == {"certainty": "Guessing", "right": 6, "not_right": None}
