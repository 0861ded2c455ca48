"""Setting the machine's clock changes no timer of a class."""

from reportedly.live.lessons.clock import Clock
from tests.builders import NOON, later


def test_the_time_goes_on_evenly_while_the_machines_clock_jumps():
    wall, seconds = [NOON], [100.0]
    clock = Clock(lambda: wall[0], lambda: seconds[0])
    wall[0], seconds[0] = later(hours=5), 107.5
    assert clock.now() == later(seconds=7.5)
    wall[0] = later(hours=-9)
    assert clock.now() == later(seconds=7.5)
