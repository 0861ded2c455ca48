"""From a ledger to draft questions: a spread of what the blueprints can make of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from reportedly.authoring.blueprints import blueprints
from reportedly.authoring.drafting.draft import Blueprint, Draft, Sketch, draft_of, id_of
from reportedly.authoring.drafting.facts import Facts
from reportedly.authoring.origin import ledger_stamps, stamped
from reportedly.story.story import Story

PER_BLUEPRINT = 5
"""Drafts of one blueprint in a bank, so that no single way of asking fills it."""

PER_CLAIM = 8
"""Drafts of one bank that a claim may serve."""


def generate(
    story: Story, seed: int, *, kept: Collection[str] = (), without: Collection[str] = ()
) -> tuple[Draft, ...]:
    """A spread of drafts on a story: the same for the same ledger and seed.

    Args:
        story: With its ledger.
        seed: Varies the wording, never the keys.
        kept: Ids of drafts that are made again, whatever else there is, as long as they can be.
        without: Ids of drafts that are not wanted.
    """
    facts = Facts(story, seed)
    stamps = ledger_stamps(story)
    chosen = [
        stamped(draft_of(blueprint, sketch), stamps)
        for blueprint, sketch in _chosen(facts, frozenset(kept), frozenset(without))
    ]
    return tuple(chosen)


def _chosen(
    facts: Facts, kept: frozenset[str], without: frozenset[str]
) -> Iterator[tuple[Blueprint, Sketch]]:
    uses: Counter[str] = Counter()
    for blueprint in blueprints():
        taken = 0
        seen: set[tuple[object, ...]] = set()
        made = list(_once(blueprint, blueprint.sketches(facts)))
        wanted = [each for each in made if each[0] in kept]
        # What is there already comes first, so that a new claim does not push out old drafts.
        for name, sketch in [*wanted, *_spread(each for each in made if each[0] not in kept)]:
            sign = sketch.same_as or sketch.about
            is_kept = name in kept
            if name in without or sign in seen or (taken >= PER_BLUEPRINT and not is_kept):
                continue
            # A question on many claims leans on none of them alone.
            anchors = {claim.id for claim in sketch.claims} if len(sketch.claims) <= 2 else set()
            if not is_kept and any(uses[claim] >= PER_CLAIM for claim in anchors):
                continue
            seen.add(sign)
            uses.update(anchors)
            taken += 1
            yield blueprint, sketch


def _once(blueprint: Blueprint, sketches: Iterable[Sketch]) -> Iterator[tuple[str, Sketch]]:
    """The sketches with the ids of their drafts; of two with one id the first."""
    seen: set[str] = set()
    for sketch in sketches:
        name = id_of(blueprint, sketch)
        if name not in seen:
            seen.add(name)
            yield name, sketch


def _spread(sketches: Iterable[tuple[str, Sketch]]) -> Iterator[tuple[str, Sketch]]:
    """One for each topic, then a second for each, and so on; other words come before the same."""
    by_topic: dict[str, list[tuple[str, Sketch]]] = defaultdict(list)
    for name, sketch in sketches:
        by_topic[sketch.claims[0].topic].append((name, sketch))
    turn = 0
    waiting = list(by_topic.values())
    while waiting:
        for listed in waiting:
            yield listed[turn]
        turn += 1
        waiting = [listed for listed in waiting if len(listed) > turn]
