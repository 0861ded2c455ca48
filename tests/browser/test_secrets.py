"""Before an answer is stored, nothing that the browser has received tells the key."""

import re

import pytest
from playwright.sync_api import expect

from reportedly.files.taxonomy_file import read_slips
from tests.browser.keys import RIGHT, answer_right
from tests.browser.running import ROOT

MARKER = re.compile(rb"zq(?:why|explain|model)-\w+(?:-\d)?")
SLIPS = {"wrong-speaker", "cynicism", "not-in-text", "over-claim", "wrong-time", "lost-qualifier",
         "wrong-document", "relay-as-origin"}  # fmt: skip


class Received:
    """All that a page is sent, by socket or otherwise."""

    def __init__(self, page) -> None:
        self.frames: list[bytes] = []
        self._responses = []
        self._page = page
        page.on("websocket", self._listen)
        page.on("response", self._keep)

    def stop(self) -> None:
        """Listens no more."""
        self._page.remove_listener("websocket", self._listen)
        self._page.remove_listener("response", self._keep)

    def _listen(self, socket) -> None:
        socket.on("framereceived", self._take)

    def _keep(self, response) -> None:
        self._responses.append(response)

    def _take(self, frame) -> None:
        self.frames.append(frame.encode() if isinstance(frame, str) else frame)

    def everything(self) -> bytes:
        """Frames and bodies, one after another."""
        bodies = [
            reply.body()
            for reply in self._responses
            if reply.ok and reply.request.resource_type != "font"
        ]
        return b"\n".join([*self.frames, *bodies])


@pytest.fixture
def received(visitor):
    """What the learner's tab is sent from now on."""
    received = Received(visitor.page)
    yield received
    received.stop()


def slip_words() -> set[bytes]:
    texts = read_slips(ROOT / "content" / "slips.yaml").texts
    chosen = [text for text in texts if text.name.value in SLIPS]
    assert len(chosen) == len(SLIPS)
    return {words.encode() for text in chosen for words in (text.title, text.meaning)}


def test_no_reason_explanation_or_slip_is_sent_before_the_answer_is_stored(visitor, received):
    attempt = visitor.start("every-kind")
    while True:  # look at every question without answering any
        number = int(visitor.card.locator(".rc-progress").inner_text().split()[1])
        if number == len(RIGHT):
            break
        visitor.go_on("Skip")
    sent = received.everything()
    visitor.page.reload()
    expect(visitor.legend).to_be_visible()
    sent += b"\n".join(received.frames)

    assert b"Who says that the clock stopped on Friday?" in sent
    assert MARKER.findall(sent) == []
    assert [words for words in slip_words() if words in sent] == []
    assert visitor.running.answers(attempt) == {}


def test_after_an_answer_only_its_own_question_is_explained(visitor, received):
    visitor.resume("every-kind", "pick", "tick", "statement")
    answer_right(visitor)
    visitor.check_answer("Right")
    visitor.go_on()

    told = {marker.split(b"-")[1] for marker in MARKER.findall(received.everything())}
    assert told == {b"pick"}
    assert b"zqnotes" not in received.everything(), "notes are for whoever leads a class"


def test_a_test_explains_nothing_until_it_is_finished(visitor, received):
    visitor.resume("every-kind", "pick", "tick", mode="test")
    answer_right(visitor)
    visitor.go_on()
    visitor.step(1).click()
    expect(visitor.option("The harbour master")).to_be_checked()

    assert MARKER.findall(received.everything()) == []


def test_the_model_answer_comes_only_after_ones_own(visitor, received):
    visitor.resume("every-kind", "essay")
    answer_right(visitor)
    assert b"zqmodel-essay" not in received.everything()
    visitor.press("Check answer")
    expect(visitor.card.get_by_text("zqmodel-essay")).to_be_visible()
    assert {m.split(b"-")[0] for m in MARKER.findall(received.everything())} == {b"zqmodel"}
