"""From an answer to its explanation, beside a click on a bare Streamlit page; 50 learners at once.

The whole app with its database, as it is shipped, against a page of one radio and one button with
the same settings. All learners send in the same moment, then all clients of the bare page, in turn.

Run: python tests/bench/answers.py

Latest, on 2 cores: a click takes the server 2.8 ms; answer to explanation 3.6 ms, 1.3 times as
long; next question 3.5 ms, 1.3 times.
"""

import asyncio
import sys
import tempfile
import time
from collections.abc import Awaitable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

import serving

sys.path.insert(0, str(serving.ROOT))

from reportedly.files.shelf.shelf import Library
from reportedly.quiz.edition import Edition
from reportedly.store.attempts import Attempts
from reportedly.store.database import connect

LEARNERS = 50
QUESTIONS = 15
OPTIONS = ["Radio Free Asia", "Xinjiang Daily", "Reuters", "Xinhua"]
BARE_PAGE = f"""import streamlit as st

st.radio("Who says it?", {OPTIONS})
st.button("Check answer")
"""


class Measured:
    """What one kind of interaction took."""

    def __init__(self, server: serving.Server) -> None:
        self.server = server
        self.cpu = 0.0
        self.waits: list[float] = []

    async def all(self, interactions: Sequence[Awaitable[None]]) -> None:
        """Lets all happen at once."""
        before = self.server.cpu_seconds()
        await asyncio.gather(*(self._timed(one) for one in interactions))
        self.cpu += self.server.cpu_seconds() - before

    async def _timed(self, interaction: Awaitable[None]) -> None:
        began = time.perf_counter()
        await interaction
        self.waits.append(time.perf_counter() - began)

    @property
    def each(self) -> float:
        """Milliseconds of the server's computing for one."""
        return self.cpu / len(self.waits) * 1000

    def line(self) -> str:
        """The figures in words."""
        steps = quantiles(self.waits, n=20)
        return (
            f"{self.each:.2f} ms of the server each, "
            f"{steps[9] * 1000:.0f} ms until it is there (p95 {steps[18] * 1000:.0f})"
        )


def begin_attempts(app: Path) -> list[tuple[str, str]]:
    """An attempt for each learner at questions to choose from; their cookies and ids."""
    shelf = Library(app).shelf()
    shelved = max(shelf.banks.values(), key=lambda b: sum(q.kind == "single" for q in b.bank.ready))
    single = [q for q in shelved.bank.ready if q.kind == "single"]
    questions = tuple(
        single[n % len(single)].model_copy(update={"id": f"question-{n}"}) for n in range(QUESTIONS)
    )
    edition = Edition.of(shelved.bank.model_copy(update={"questions": questions}), shelved.story)
    store = Attempts(connect(f"sqlite:///{app}/data/reportedly.sqlite3"))
    begun = []
    for n in range(LEARNERS):
        cookie = serving.cookie_of(f"learner {n}")
        store.begin(
            id=f"attempt-{n}",
            learner=serving.learner_of(cookie),
            bank=shelved.name,
            edition=edition,
            mode="practice",
            asks_certainty=False,
            seed=n,
            questions=[q.id for q in questions],
            now=datetime.now(UTC),
        )
        begun.append((cookie, f"attempt-{n}"))
    return begun


async def answer(learner: serving.Browser) -> None:
    """Answers the question on the page."""
    await learner.send("answer", {"chosen": ["0"]})
    assert learner.shown["explanation"]


async def next_question(learner: serving.Browser) -> None:
    """Goes on; the card sends what is chosen on it along, answered or not."""
    before = learner.shown["id"]
    await learner.send("next", {"chosen": ["0"]})
    assert learner.shown["id"] != before
    assert not learner.shown["explanation"]


async def measure(ours: serving.Server, bare: serving.Server, begun: list[tuple[str, str]]) -> None:
    """Lets all learners take the whole quiz, with a click on the bare page after each step."""
    learners = [
        await serving.connected(ours, path="take", query=f"attempt={id}", cookie=cookie)
        for cookie, id in begun
    ]
    clients = [await serving.connected(bare) for _ in begun]
    for browser in (*learners, *clients):
        await browser.open()
    answers, nexts, clicks = Measured(ours), Measured(ours), Measured(bare)
    for n in range(QUESTIONS):
        await answers.all([answer(learner) for learner in learners])
        await clicks.all([client.click(OPTIONS[n % 4]) for client in clients])
        if n < QUESTIONS - 1:
            await nexts.all([next_question(learner) for learner in learners])
    print(f"{LEARNERS} learners at once, {QUESTIONS} questions each")
    print(f"a click on the bare page: {clicks.line()}")
    for name, measured in (("answer to explanation", answers), ("next question", nexts)):
        print(f"{name}: {measured.line()}: {measured.each / clicks.each:.2f} times a bare click")


def main() -> None:
    """Print the figures and their ratios."""
    with tempfile.TemporaryDirectory() as made:
        app = serving.copy_app(Path(made) / "ours")
        begun = begin_attempts(app)
        page = serving.bare_app(Path(made) / "bare", BARE_PAGE)
        with serving.started(app) as ours, serving.started(page) as bare:
            asyncio.run(measure(ours, bare, begun))


if __name__ == "__main__":
    main()
