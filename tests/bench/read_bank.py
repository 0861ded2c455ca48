"""How long a bank of 500 questions takes to read and check, beside YAML alone, and to lint.

Run: python tests/bench/read_bank.py
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from reportedly.files.banks.bank_check import check_bank  # noqa: E402
from reportedly.files.banks.bank_file import read_bank, write_bank  # noqa: E402
from reportedly.files.reading.parse import LOADER  # noqa: E402
from reportedly.files.stories.story_file import read_story  # noqa: E402
from reportedly.quiz.bank import Bank  # noqa: E402

QUESTIONS = 500
RUNS = 7


def large_bank(size: int = QUESTIONS) -> str:
    """The questions of the test banks and their like, over and over, each with its own id."""
    bank = read_bank(ROOT / "tests" / "banks" / "good" / "all-kinds.yaml").bank
    assert bank is not None
    # Mostly questions to choose from, with a full set of reasons, as real banks have.
    single = bank.questions[0]
    pattern = [single, bank.questions[1], single, *bank.questions]
    listed = [
        pattern[n % len(pattern)].model_copy(update={"id": f"question-{n}"}) for n in range(size)
    ]
    return write_bank(Bank.model_construct(**{**bank.__dict__, "questions": tuple(listed)}))


def fastest(work: Callable[[], object]) -> float:
    """Seconds of the fastest of several runs."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return min(times)


def main() -> None:
    """Print both times and their ratio."""
    text = large_bank()
    stories = {"ferry-bell": read_story(ROOT / "tests" / "banks" / "story" / "ferry-bell").story}
    reading = read_bank(text, stories=stories)
    assert reading.bank is not None, reading.faults[0].text
    alone = fastest(lambda: yaml.compose(text, Loader=LOADER))
    checked = fastest(lambda: read_bank(text, stories=stories))
    print(f"{QUESTIONS} questions, {len(text) // 1024} KB")
    print(f"yaml.compose with {LOADER.__name__}: {alone * 1000:.0f} ms")
    print(f"read and checked: {checked * 1000:.0f} ms, {checked / alone:.2f} times as long")
    weak = fastest(lambda: check_bank(text, stories=stories))
    print(f"for authors, with what is weak: {weak * 1000:.0f} ms, {weak / alone:.2f} times as long")


if __name__ == "__main__":
    main()
