"""Write a few sentences and mark them by a rubric."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from random import Random
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field
from typing_extensions import override

from reportedly.quiz.faults import Fault
from reportedly.quiz.kinds.positions import read_position
from reportedly.quiz.kinds.typing_in import read_typed
from reportedly.quiz.marking import ONE, ZERO, Mark, PartMark
from reportedly.quiz.question import Layout, Markdown, Offered, Question, Render
from reportedly.quiz.response import Response, SelfMarked, sent
from reportedly.quiz.taxonomy import Slip
from reportedly.story.fields import Text, Written


class RubricLevel(Written):
    """What an answer of one level looks like."""

    points: Annotated[Fraction, Field(ge=0)] = Field(description="What this level is worth.")
    says: Text = Field(description="What an answer of this level does.")
    slip: Slip | None = Field(None, description="The misreading an answer of this level shows.")
    why: Markdown | None = Field(None, description="What would lift it to the next level.")


class Open(Question):
    """Write freely, then compare with a model answer and choose the level that fits."""

    instruction: ClassVar[str] = (
        "Write two or three sentences. You then compare them with a model answer."
    )

    kind: Literal["open"]
    rubric: tuple[RubricLevel, ...] = Field(description="The levels, best first.")
    model: Markdown = Field(description="A model answer.")

    @property
    def best(self) -> Fraction:
        """The points of the best level."""
        return max(level.points for level in self.rubric)

    @override
    def kind_faults(self) -> Iterator[Fault]:
        if len(self.rubric) < 2:
            yield Fault(("rubric",), "there is only one level", "write at least two")
        points = [level.points for level in self.rubric]
        if points and max(points) == 0:
            yield Fault(("rubric",), "no level is worth anything", "give the best level points")
        elif len(set(points)) < len(points):
            yield Fault(("rubric",), "two levels are worth the same", "give each its own points")

    @override
    def layout(self, chance: Random) -> Layout:
        return Layout(tuple(range(len(self.rubric))))

    @override
    def body(self, layout: Layout) -> dict[str, Any]:
        return {"rubric": None, "model_html": None}

    def comparison(self, layout: Layout, render: Render) -> dict[str, Any]:
        """The body once something was written: the rubric and the model answer."""
        return {
            "rubric": [
                {
                    "id": str(place),
                    "points": str(self.rubric[n].points),
                    "text": self.rubric[n].says,
                }
                for place, n in enumerate(layout.parts)
            ],
            "model_html": render(self.model),
        }

    @override
    def read(self, payload: object, layout: Layout) -> SelfMarked:
        text = read_typed(payload).text
        level = sent(payload, "level")
        return SelfMarked(text, None if level is None else read_position(level, layout.parts))

    @override
    def show(self, response: Response, layout: Layout) -> dict[str, Any]:
        assert isinstance(response, SelfMarked)
        level = None if response.level is None else str(layout.parts.index(response.level))
        return {"typed": response.text, "level": level}

    @override
    def mark(self, response: Response) -> Mark:
        """Worth nothing until the learner has chosen a level."""
        assert isinstance(response, SelfMarked)
        if response.level is None:
            return Mark(ZERO, ())
        level = self.rubric[response.level]
        share = level.points / self.best
        part = PartMark(
            level.says,
            "right" if share == ONE else "wrong",
            why=level.why or "",
            slip=None if share == ONE else level.slip,
        )
        return Mark(share, (part,))

    @override
    def offered(self) -> Offered:
        return Offered(tuple(level.says for level in self.rubric))

    @override
    def offered_slips(self) -> frozenset[Slip]:
        return frozenset(level.slip for level in self.rubric if level.slip is not None)

    @override
    def texts(self) -> Iterator[str]:
        yield self.model
        for level in self.rubric:
            yield from (level.says, level.why or "")
