"""More than chance."""

import pytest

from reportedly.authoring.linting.chance import is_more_than_chance


@pytest.mark.parametrize(
    ("count", "chances", "is_more"),
    [
        (4, [1 / 4] * 4, True),  # 1 in 256
        (3, [1 / 4] * 4, False),  # 13 in 256, just above 1 in 20
        (4, [1 / 2] * 4, False),  # 1 in 16
        (5, [1 / 2] * 5, True),  # 1 in 32
        (2, [1 / 4, 1 / 5, 1 / 3, 1 / 4], False),
        (0, [], False),
        (60, [1 / 3] * 120, True),
        (45, [1 / 3] * 120, False),
    ],
)
def test_what_is_rare_by_chance_is_more_than_chance(count, chances, is_more):
    assert is_more_than_chance(count, chances) is is_more
