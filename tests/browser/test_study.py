"""A study from its setting up to its explanations, with an instructor and two learners."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from secrets import randbits, token_hex

from playwright.sync_api import expect

from reportedly.store.attempts import Attempts
from reportedly.store.database import connect
from reportedly.store.studies.kept import Studies
from tests.browser.axe import faults_in_every_look
from tests.browser.keys import answer_right
from tests.browser.signing_in import sign_in
from tests.store.studies.having import a_class_did, begin

BANK = "every-kind"


def test_setting_up_and_the_figures_have_no_serious_fault(visitor, server):
    page = sign_in(visitor, next_page="/before-and-after")
    expect(visitor.button("Open the study")).to_be_visible()
    assert faults_in_every_look(page) == []
    engine = connect(f"sqlite:///{server.database}")
    try:
        studies = Studies(engine, Attempts(engine))
        # Lately: the server deletes what is old.
        then = datetime.now(UTC) - timedelta(hours=1)
        kept = begin(studies, id=token_hex(6), seed=randbits(32), now=then)
        a_class_did(studies, kept, 5, now=then)
    finally:
        engine.dispose()
    visitor.open(f"/before-and-after?study={kept.code}")
    expect(visitor.button("Delete the study")).to_be_visible()
    expect(page.get_by_text("Before (striped) and after (solid)")).to_be_visible()
    assert faults_in_every_look(page) == []


def do_part(visitor, name):
    """Does the part that is open. Returns: the attempt, and the questions it asked."""
    visitor.press(f"Begin: {name}")
    expect(visitor.legend).to_be_visible()
    attempt = visitor.attempt
    asked = [answer_right(visitor)]
    visitor.go_on()
    expect(visitor.verdict).to_be_empty()
    asked.append(answer_right(visitor))
    visitor.press("Finish")
    visitor.press("Go on")
    expect(visitor.page.get_by_text(f"{name.capitalize()}: done")).to_be_visible()
    return attempt, asked


def test_two_learners_go_through_a_study_and_see_explanations_only_at_its_end(
    new_visitor, own_server
):
    host, one, other = (new_visitor(own_server) for _ in range(3))
    page = sign_in(host, next_page="/before-and-after")
    banks = page.get_by_role("combobox", name=re.compile("Banks"))
    banks.press("Backspace")  # Takes the last one away, and leaves the bank of every kind.
    size = page.get_by_role("spinbutton", name=re.compile("at most 5"))
    size.fill("2")
    size.press("Enter")
    expect(page.locator("table.forms tbody tr")).to_have_count(2)
    host.press("Open the study")
    link = page.get_by_text(re.compile(r"/study\?code=[A-Z]{6}$"))
    expect(link).to_be_visible()
    path = "/study?code=" + link.inner_text()[-6:]

    asked = {}
    for learner in (one, other):
        learner.open(path)
        learner.press("Take part")
        attempt, asked[learner] = do_part(learner, "first part")
        expect(learner.page.get_by_text("opens when your teacher says so")).to_be_visible()
        if learner is other:
            continue
        # Neither page nor route explains anything yet.
        sent = json.dumps({"id": f"{attempt}:{asked[learner][0]}", "action": "next"})
        reply = learner.page.request.post(
            f"{own_server.url}/attempts/{attempt}",
            data=sent,
            headers={"content-type": "application/json", "origin": own_server.url},
        )
        assert reply.json() == {"turn": "finished"}
        learner.open(f"/result?attempt={attempt}")
        expect(learner.page.get_by_role("heading", name="Your result comes later")).to_be_visible()
        assert "zqexplain" not in learner.page.content()
        learner.open(f"/take?quiz={BANK}")
        expect(learner.page.get_by_role("heading", name="This quiz rests for you")).to_be_visible()

    host.press("Open the second part now")
    expect(page.get_by_text("The second part is open since")).to_be_visible()
    for learner in (one, other):
        learner.open(path)
        _, later = do_part(learner, "second part")
        assert set(later).isdisjoint(asked[learner])
        assert len({*later, *asked[learner]}) == 4
        learner.page.get_by_role("link", name="First part").click()
        expect(learner.page.locator(".score")).to_contain_text("points")
        summary = learner.page.locator("details summary").first
        summary.click()
        expect(learner.page.get_by_text(re.compile("zqexplain-")).first).to_be_visible()

    page.reload()
    expect(page.get_by_text("2 of 2 who take part did both parts in time")).to_be_visible()
    expect(page.get_by_text("Nothing is told of fewer than five")).to_be_visible()
