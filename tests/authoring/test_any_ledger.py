"""Whatever a ledger says, what is drawn from it can be read and has a right key."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from reportedly.authoring.generating import generate
from reportedly.story.ledger import Claim, Ledger
from tests.authoring.ledgers import check_draft, stories

STORIES = {story.slug: story for story in stories()}
SAYS = st.sampled_from(
    [
        *(
            "No",
            "it rained",
            "It came first",
            "[opening] was closed",
            "A: b, c; d",
            "Nobody did not go",
        ),
        *(
            "“Quoted” words",
            "He said so",
            "The picture shows a [x]",
            "Terrorists came",
            "2024",
            "é",
        ),
        *("Calls went unanswered", "The council published it on 3 May", "x " * 60),
    ]
)
WHEN = st.sampled_from(
    [
        None,
        *("2015", "2015-09", "2015-11-14", "2015-11-15/2015-11-20", "1999/2030"),
        {
            "when": "2015-11-14",
            "basis": "inferred",
            "because": "“yesterday morning”, day and month",
        },
        {"when": "2015-11-14", "basis": "unknown", "because": "nobody says"},
    ]
)
QUANTITY = st.fixed_dictionaries(
    {
        "topic": st.sampled_from(["deaths", "crowd", "x"]),
        "of": st.sampled_from(["people", "x", "people killed", "cost of it", "news", "a b c"]),
        "value": st.sampled_from(["0", "1", "1/3", "16", "50", "1000000", "2.5"]),
        "qualifier": st.sampled_from(["exactly", "at least", "more than", "up to", "about"]),
        "unit": st.sampled_from([None, "people", "euros"]),
        "scope": st.sampled_from(["total", "subset"]),
    }
)
CHANGES = st.fixed_dictionaries(
    {},
    optional={
        "says": SAYS,
        "happened": WHEN,
        "said": WHEN,
        "quantity": st.lists(QUANTITY, max_size=3),
        "topic": st.sampled_from(["deaths", "crowd", "attack", "other"]),
        "voice": st.sampled_from(["own", "reported", "quoted", "headline", "caption"]),
        "speaker": st.integers(0, 30),
        "via": st.lists(st.integers(0, 30), max_size=3),
        "maybe": st.integers(0, 30),
        "labels": st.lists(st.sampled_from(["grumblers", "the", "x y", "Terrorist"]), max_size=2),
        "hedges": st.lists(st.sampled_from(["about", "may", "unclear", "nowhere"]), max_size=2),
        "not_said": st.lists(
            st.sampled_from(["who", "whether it was", "why on that day", "that they were paid"]),
            max_size=3,
        ),
        "confidence": st.sampled_from(["high", "medium", "low"]),
        "review": st.sampled_from(["auto", "dropped", "ok"]),
    },
)


def _changed(story, changes):
    keys = ["none", *story.ledger.speakers]
    claims = list(story.ledger.claims)
    for n, change in changes:
        claim = claims[n % len(claims)]
        plain = claim.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        for name in ("speaker", "maybe"):
            if name in change:
                change = {**change, name: keys[change[name] % len(keys)]}
        if change.get("maybe") == "none":
            change.pop("maybe")
        if "via" in change:
            change = {**change, "via": [keys[1:][hand % (len(keys) - 1)] for hand in change["via"]]}
        try:
            claims[n % len(claims)] = Claim.model_validate({**plain, **change})
        except ValidationError:
            continue
    ledger = Ledger.model_construct(
        story=story.slug, speakers=story.ledger.speakers, claims=tuple(claims)
    )
    return replace(story, ledger=ledger)


@pytest.mark.slow
@settings(max_examples=40)
@given(
    name=st.sampled_from([*STORIES]),
    changes=st.lists(st.tuples(st.integers(0, 99), CHANGES), min_size=5, max_size=60),
    seed=st.integers(0, 3),
)
def test_every_draft_of_any_ledger_can_be_read_and_marks_its_key_as_right(name, changes, seed):
    changed = _changed(STORIES[name], changes)
    for draft in generate(changed, seed):
        check_draft(draft, changed)
