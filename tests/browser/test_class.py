"""A class in browsers: a host, learners and a projector, and what can go wrong with each."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import expect

from reportedly.classroom.lesson import Pacing
from tests.browser.axe import LOOKS, faults, faults_in_every_look
from tests.browser.signing_in import sign_in
from tests.live.lessons.classroom import begin_lesson, move

BANK = "every-kind"


@pytest.fixture
def host(new_visitor, own_server):
    """A visitor signed in as Ada, at the page of classes."""
    visitor = new_visitor(own_server)
    sign_in(visitor, next_page="/host")
    expect(visitor.page.get_by_role("heading", name="New class")).to_be_visible()
    return visitor


def take_seat(new_visitor, running, code, name):
    """A learner who joins by the address on the screen."""
    learner = new_visitor(running, viewport={"width": 390, "height": 800})
    learner.open("/join")
    learner.page.get_by_label("Code on the screen").fill(code.lower())
    learner.press("Go on")
    learner.page.get_by_label("Name").fill(name)
    learner.press("Join")
    expect(learner.page.locator("header .name")).to_have_text(name)
    expect(state(learner)).to_have_text(re.compile("Connected|teacher is away"))
    return learner


def state(learner):
    return learner.page.locator("p.state")


def told(learner):
    return learner.page.locator("p.told")


def press(host, label):
    """Presses a button of the controls."""
    host.page.locator(".host .steps").get_by_role("button", name=re.compile(f"^{label}")).click()


def test_a_whole_class_with_a_host_two_learners_and_a_projector(host, new_visitor, own_server):
    page = host.page
    page.get_by_role("combobox", name="Bank").click()
    page.get_by_role("option", name="Every kind").click()
    host.press("Start")
    code_shown = page.locator(".host .code")
    expect(code_shown).to_have_text(re.compile(r"^[A-Z]{6}$"))
    code = code_shown.inner_text()
    screen = new_visitor(own_server, viewport={"width": 1920, "height": 1080})
    screen.open(f"/screen/{code}")
    expect(screen.page.locator(".join .code")).to_have_text(code)
    expect(screen.page.get_by_alt_text("QR code")).to_be_visible()

    ann, bo = (take_seat(new_visitor, own_server, code, name) for name in ("Zoë", "<b>Bo</b>"))
    expect(screen.page.locator(".counts")).to_have_text("2 are here")
    expect(page.locator(".host .counts")).to_have_text("2 joined")

    press(host, "Start")
    for learner in (ann, bo):
        expect(learner.legend).to_be_visible()
    first = ann.legend.inner_text()
    ann.card.locator("input").first.check()
    ann.press("Send answer")
    expect(told(ann)).to_have_text(re.compile("Your answer is in"))
    expect(screen.page.locator(".counts")).to_have_text("1 of 2 have voted")
    expect(page.locator(".host .counts")).to_have_text("1 of 2 answered")
    expect(screen.page.locator(".split")).to_have_count(0)

    bo.card.locator("input").last.check()
    bo.press("Send answer")
    expect(told(bo)).to_have_text(re.compile("Your answer is in"))
    press(host, "Close the vote")
    expect(told(ann)).to_have_text(re.compile("vote is closed"))
    press(host, "Let them discuss")
    expect(told(bo)).to_have_text("Talk with somebody who answered differently.")
    press(host, "Vote again")
    expect(told(ann)).to_have_text(re.compile("Second vote"))
    bo.card.locator("input").first.check()
    bo.press("Send answer")
    expect(told(bo)).to_have_text(re.compile("Your answer is in"))
    press(host, "Show the answer")
    for learner in (ann, bo):
        expect(learner.verdict).to_have_text(re.compile("^(Right|Not quite|Partly)"))
    expect(screen.page.locator(".flows")).to_contain_text("1 went from")
    expect(screen.page.get_by_role("heading", name="The answer")).to_be_visible()
    assert "Zoë" not in screen.page.content()

    press(host, "Next question")
    expect(ann.legend).not_to_have_text(first)
    press(host, "End the lesson")
    expect(page.locator(".host p.alert")).to_contain_text("Press again")
    press(host, "End the lesson")
    for learner in (ann, bo):
        expect(learner.page.get_by_text(re.compile("of 1 point"))).to_be_visible()
    expect(page.get_by_role("heading", name="What the lesson showed")).to_be_visible()
    expect(page.get_by_role("button", name="Both (Excel)")).to_be_visible()


@pytest.fixture
def lesson(own_server):
    """A lesson that waits, begun as the host's page does."""
    return begin_lesson(own_server, BANK, questions=["pick", "tick", "sequence"])


def small_faults(page):
    """What axe says of a page that is none of Streamlit's, in every look."""
    found = []
    for scheme, width in LOOKS:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            "() => document.getAnimations().every((one) => one.playState !== 'running')"
        )
        found.extend(f"{scheme} {width}: {fault}" for fault in faults(page))
    return found


def answer(learner, position=0):
    """Chooses an option and sends it."""
    learner.card.locator("input").nth(position).check()
    learner.press("Send answer")
    expect(told(learner)).to_have_text(re.compile("Your answer is in"))


def test_killing_the_server_in_an_open_question_costs_nobody_anything(
    new_visitor, own_server, lesson
):
    learner = take_seat(new_visitor, own_server, lesson.code, "Zoë")
    move(own_server, lesson, "start")
    answer(learner)
    chosen = learner.card.locator("input:checked").get_attribute("value")
    with learner.trouble_expected():
        own_server.kill()
        expect(state(learner)).to_have_text(re.compile("Reconnecting"))
        own_server.start()
        expect(state(learner)).not_to_have_text(re.compile("Reconnecting"))
    expect(told(learner)).to_have_text(re.compile("Your answer is in"))
    assert learner.card.locator("input:checked").get_attribute("value") == chosen
    move(own_server, lesson, "reveal")
    expect(learner.verdict).to_have_text(re.compile("^(Right|Not quite)"))


def test_reloading_again_and_again_and_a_second_device_change_nothing(
    new_visitor, own_server, lesson
):
    learner = take_seat(new_visitor, own_server, lesson.code, "Zoë")
    move(own_server, lesson, "start")
    answer(learner)
    for _ in range(3):
        learner.page.reload()
        expect(told(learner)).to_have_text(re.compile("Your answer is in"))
        expect(learner.page.locator("header .name")).to_have_text("Zoë")
    tab = learner.another_tab()
    tab.open(f"/join/{lesson.code}")
    expect(tab.page.locator("p.told")).to_have_text(re.compile("Your answer is in"))
    tab.page.locator("form.rc input").nth(1).check()
    tab.page.get_by_role("button", name="Change my answer").click()
    expect(learner.card.locator("input").nth(1)).to_be_checked()
    assert own_server.rows(
        "SELECT count(*) FROM lesson_answer WHERE lesson = ?", lesson.id
    ) == [(1,)]  # fmt: skip


def test_an_answer_chosen_without_a_network_counts_once_it_is_back(new_visitor, own_server, lesson):
    learner = take_seat(new_visitor, own_server, lesson.code, "Zoë")
    move(own_server, lesson, "start")
    expect(learner.legend).to_be_visible()
    with learner.trouble_expected():
        learner.context.set_offline(True)
        expect(state(learner)).to_have_text(re.compile("Reconnecting"))
        learner.card.locator("input").first.check()
        learner.press("Send answer")
        expect(learner.alert).to_have_text(re.compile("kept here and sent"))
        learner.context.set_offline(False)
        expect(told(learner)).to_have_text(re.compile("Your answer is in"))
    assert own_server.rows(
        "SELECT count(*) FROM lesson_answer WHERE lesson = ?", lesson.id
    ) == [(1,)]  # fmt: skip


def test_where_sockets_are_blocked_asking_again_and_again_does_the_same(
    new_visitor, own_server, lesson
):
    learner = new_visitor(own_server)
    with learner.trouble_expected():
        learner.page.route_web_socket(re.compile("/socket$"), lambda socket: socket.close())
        learner.open(f"/join/{lesson.code}")
        learner.page.get_by_label("Name").fill("Zoë")
        learner.press("Join")
        expect(learner.page.get_by_text("You are in.")).to_be_visible()
        move(own_server, lesson, "start")
        answer(learner)
        move(own_server, lesson, "reveal")
        expect(learner.verdict).to_have_text(re.compile("^(Right|Not quite)"))


def test_an_answer_that_comes_too_late_is_told_not_to_count(new_visitor, own_server, lesson):
    learner = take_seat(new_visitor, own_server, lesson.code, "Zoë")
    move(own_server, lesson, "start")
    expect(learner.legend).to_be_visible()
    with learner.trouble_expected():
        learner.context.set_offline(True)
        expect(state(learner)).to_have_text(re.compile("Reconnecting"))
        learner.card.locator("input").first.check()
        learner.press("Send answer")
        move(own_server, lesson, "reveal")
        learner.context.set_offline(False)
        expect(told(learner)).to_have_text(re.compile("yours did not count"))
    expect(learner.page.get_by_role("heading", name="The answer")).to_be_visible()
    assert own_server.rows("SELECT 1 FROM lesson_answer WHERE lesson = ?", lesson.id) == []


def test_a_host_who_closes_the_tab_goes_on_elsewhere_by_keyboard(host, own_server, lesson):
    page = host.page
    page.goto(f"{own_server.url}/host?lesson={lesson.code}")
    expect(page.locator(".host .top h2")).to_have_text("Waiting for learners")
    page.keyboard.press("Space")
    expect(page.locator(".host .top h2")).to_have_text("Question 1 of 3: vote")
    other = host.another_tab()
    page.close()
    other.open(f"/host?lesson={lesson.code}")
    expect(other.page.locator(".host .top h2")).to_have_text("Question 1 of 3: vote")
    heading = other.page.locator(".host .top h2")
    for key, words in (
        ("d", "discussing"),
        ("v", "second vote"),
        ("Space", "vote closed"),
        ("r", "answer shown"),
        ("Space", "Question 2 of 3: vote"),
        ("p", "Paused"),
        ("Space", "Question 2 of 3: vote"),
        ("b", "Question 1 of 3"),
    ):
        other.page.keyboard.press(key)
        expect(heading).to_contain_text(words)
    host.page = other.page


def test_sending_somebody_out_is_undone_and_a_name_is_text(host, new_visitor, own_server, lesson):
    name = "<img src=x onerror=1>"
    learner = take_seat(new_visitor, own_server, lesson.code, name)
    page = host.page
    page.goto(f"{own_server.url}/host?lesson={lesson.code}")
    page.get_by_text("Learners (1)").click()
    expect(page.locator(".people .name").first).to_have_text(name)
    page.get_by_role("button", name=f"Send out: {name}").click()
    expect(learner.page.get_by_text("You are not in this lesson any more")).to_be_visible()
    page.get_by_role("button", name=f"Let in again: {name}").click()
    expect(learner.page.get_by_text("You are in.")).to_be_visible()


def test_the_first_load_of_a_seat_is_small(new_visitor, own_server, lesson):
    learner = new_visitor(own_server)
    session = learner.context.new_cdp_session(learner.page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[float] = []
    asked: list[str] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    session.on("Network.requestWillBeSent", lambda event: asked.append(event["request"]["url"]))
    session.on("Network.webSocketCreated", lambda event: asked.append(event["url"]))
    move(own_server, lesson, "start")
    learner.open(f"/join/{lesson.code}")
    learner.page.get_by_label("Name").fill("Zoë")
    learner.press("Join")
    expect(learner.legend).to_be_visible()
    session.detach()
    requests = [url for url in asked if not url.startswith("data:")]
    assert len(requests) <= 8, requests
    assert sum(sizes) <= 60_000


def test_homework_is_done_at_ones_own_pace_and_again(new_visitor, own_server):
    deadline = datetime.now(UTC) + timedelta(days=1)
    kept = begin_lesson(
        own_server, BANK, questions=["pick", "essay"], pacing=Pacing.HOMEWORK, deadline=deadline,
        tries=2, names="list",
    )  # fmt: skip
    learner = new_visitor(own_server)
    learner.open(f"/join/{kept.code}")
    learner.press("Join")
    expect(learner.legend).to_have_text("Who says that the clock stopped on Friday?")
    learner.card.locator("input").first.check()
    learner.press("Send answer")
    expect(learner.verdict).to_have_text(re.compile("^(Right|Not quite)"))
    learner.press("Next question")
    learner.card.get_by_label("Your answer").fill("I would ask the clerk who saw it.")
    learner.press("Send answer")
    learner.card.locator("input[type=radio]").first.check()
    learner.press("Keep this level")
    learner.press("See my result")
    expect(learner.page.get_by_text(re.compile(r"of \d+ points"))).to_be_visible()
    learner.press("Try again (1 left)")
    expect(learner.legend).to_have_text("Who says that the clock stopped on Friday?")
    assert own_server.rows(
        "SELECT question, round FROM lesson_answer WHERE lesson = ? ORDER BY 1", kept.id
    ) == [("essay", 1), ("pick", 1)]


def test_no_page_of_a_class_has_faults_that_shut_somebody_out(
    host, new_visitor, own_server, lesson
):
    screen = new_visitor(own_server)
    screen.open(f"/screen/{lesson.code}")
    expect(screen.page.get_by_alt_text("QR code")).to_be_visible()
    entry = new_visitor(own_server)
    entry.open("/join")
    learner = take_seat(new_visitor, own_server, lesson.code, "Zoë")
    assert small_faults(entry.page) == []
    assert small_faults(screen.page) == []
    move(own_server, lesson, "start")
    answer(learner)
    assert small_faults(learner.page) == []
    move(own_server, lesson, "reveal")
    expect(learner.verdict).to_have_text(re.compile("^(Right|Not quite)"))
    for page in (learner.page, screen.page):
        assert small_faults(page) == []
    host.page.goto(f"{own_server.url}/host?lesson={lesson.code}")
    expect(host.page.locator(".host .top h2")).to_contain_text("answer shown")
    assert faults_in_every_look(host.page) == []
    move(own_server, lesson, "end")
    expect(learner.page.get_by_text("1 point")).to_be_visible()
    assert small_faults(learner.page) == []
