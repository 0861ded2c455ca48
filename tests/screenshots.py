"""Pictures of every page, wide and narrow, light and dark, to look at after a change.

python tests/screenshots.py FOLDER            into that folder
python tests/screenshots.py FOLDER --readme   and the picture of the README as well
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from shutil import which

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.browser.axe import settle
from tests.browser.filled import lesson_held, study_done
from tests.browser.running import ROOT, Running, copy_app
from tests.browser.signing_in import sign_in
from tests.browser.visitor import VERDICT, Visitor
from tests.live.lessons.classroom import begin_lesson, move

STORY = "lantern-walk"  # made up, so that a picture shows no real event
HEIGHT = 844
LOOKS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 390)]
README = ROOT / ".github" / "reportedly.png"
MOST_BYTES = 300_000

Shot = Callable[[str], None]


def main() -> int:
    """Takes the pictures. Returns: the exit code."""
    parser = argparse.ArgumentParser(description="Takes a picture of every page.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--readme", action="store_true", help=f"also renew {README.name}")
    options = parser.parse_args()
    chromium = which("chromium-headless-shell") or which("chromium") or which("google-chrome")
    if chromium is None:
        print("No picture was taken: Chromium is not installed here.", file=sys.stderr)
        return 1
    options.folder.mkdir(parents=True, exist_ok=True)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with tempfile.TemporaryDirectory(prefix="reportedly-") as made, sync_playwright() as playwright:
        app = copy_app(Path(made) / "app", shipped_stories=None, shipped_quizzes=None, own=False)
        running = Running(app).start()
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--disable-gpu", *["--no-sandbox"] * as_root]
        )
        try:
            for scheme, width in LOOKS:
                take_all(browser, running, options.folder, scheme, width)
                take_class(browser, running, options.folder, scheme, width)
            pages = look_back(running)
            for scheme, width in LOOKS:
                take_instructors(browser, running, options.folder, scheme, width, pages)
            if options.readme:
                take_readme(browser, running)
        finally:
            browser.close()
            running.kill()
    return 0


def take_all(browser: Browser, running: Running, folder: Path, scheme: str, width: int) -> None:
    """Every page in one look."""
    visitor = visitor_in(browser, running, scheme, width)
    page = visitor.page

    def shot(name: str) -> None:
        path = folder / f"{name}-{width}-{scheme}.png"
        picture(page, scheme, path, width)
        print(path)

    for name, path in {
        "quizzes": "/",
        "start": f"/take?quiz={STORY}",
        "read": f"/read?story={STORY}",
        "guide": "/how-to-read-this",
        "study": "/study",
    }.items():
        visitor.open(path)
        expect(page.locator("h1").first).to_be_visible()
        shot(name)
    answer_and_finish(visitor, shot)
    visitor.context.close()


def take_class(browser: Browser, running: Running, folder: Path, scheme: str, width: int) -> None:
    """A class in one look: what its host, a learner and the wall see, up to the end."""
    kept = begin_lesson(
        running,
        STORY,
        first_choices(running, 2),
        asks_certainty=True,
        standings=True,
        notes="Hello",
    )
    host, seat, wall = (visitor_in(browser, running, scheme, width) for _ in range(3))

    def shots(name: str, **pages: Page) -> None:
        for whose, page in pages.items():
            path = folder / f"class-{whose}-{name}-{width}-{scheme}.png"
            if whose == "host":
                picture(page, scheme, path, width)
            else:
                page.screenshot(path=path, full_page=True)
            print(path)

    sign_in(host, next_page="/host")
    expect(host.page.get_by_role("heading", name="New class")).to_be_visible()
    shots("setup", host=host.page)
    host.open(f"/host?lesson={kept.code}")
    wall.open(f"/screen/{kept.code}")
    expect(wall.page.get_by_alt_text("QR code")).to_be_visible()
    seat.open(f"/join/{kept.code}")
    seat.page.get_by_text("What is kept about you").click()
    shots("joining", seat=seat.page, wall=wall.page)
    seat.page.get_by_label("Name").fill("Ann")
    seat.press("Join")
    expect(seat.page.get_by_text("You are in.")).to_be_visible()
    move(running, kept, "start")
    expect(seat.legend).to_be_visible()
    seat.card.get_by_role("radio").first.check()
    seat.choose("About 80 % sure")
    seat.press("Send answer")
    expect(wall.page.get_by_text("1 of 1 have voted")).to_be_visible()
    shots("vote", host=host.page, seat=seat.page, wall=wall.page)
    move(running, kept, "reveal")
    expect(seat.verdict).to_be_visible()
    host.page.get_by_text("What the votes say").click()
    shots("answer", host=host.page, seat=seat.page, wall=wall.page)
    move(running, kept, "end")
    expect(seat.page.locator(".result")).to_be_visible()
    expect(host.page.get_by_role("heading", name="What the lesson showed")).to_be_visible()
    shots("end", host=host.page, seat=seat.page)
    for visitor in (host, seat, wall):
        visitor.context.close()


def look_back(running: Running) -> dict[str, str]:
    """Has classes do lessons and a study. Returns: the instructors' pages to take, by name."""
    asked = first_choices(running, 6)
    first, second = (lesson_held(running, STORY, asked, seed=seed) for seed in (1, 2))
    study = study_done(running, STORY)
    question = f"/question?bank={STORY}&id={asked[0]}"
    return {
        "desk": "/desk",
        "bank": f"/edit?bank={STORY}",
        "question-form": question,
        "marks": f"/marks?bank={STORY}",
        "ledger": f"/ledger?story={STORY}",
        "review": "/review",
        "new-story": "/new-story",
        "format": "/format",
        "question-report": f"/question-report?bank={STORY}",
        "class-report": f"/class-report?lesson={second.code}&with={first.code}",
        "before-after-new": "/before-and-after",
        "before-after": f"/before-and-after?study={study.code}",
        "print-quiz": f"/print/quiz/{STORY}",
        "print-answers": f"/print/answers/{STORY}",
        "print-lesson": f"/print/lesson/{second.code}",
    }


def take_instructors(
    browser: Browser,
    running: Running,
    folder: Path,
    scheme: str,
    width: int,
    pages: dict[str, str],
) -> None:
    """The instructors' pages in one look; what is printed is as wide as it likes."""
    visitor = visitor_in(browser, running, scheme, width)
    page = visitor.page
    visitor.open("/sign-in")
    page.screenshot(path=folder / f"sign-in-{width}-{scheme}.png", full_page=True)
    sign_in(visitor)
    for name, path in pages.items():
        visitor.open(path)
        expect(page.locator("h1").first).to_be_visible()
        file = folder / f"{name}-{width}-{scheme}.png"
        if path.startswith("/print"):
            page.screenshot(path=file, full_page=True)
        else:
            expect(page.locator(".stApp")).to_have_attribute("data-test-script-state", "notRunning")
            if name == "question-form":
                expect(page.locator("fieldset.rc-question")).to_be_visible()
            picture(page, scheme, file, width)
        print(file)
    visitor.context.close()


def answer_and_finish(visitor: Visitor, shot: Shot) -> None:
    """A question before and after an answer, and the result."""
    visitor.resume(STORY, *first_choices(visitor.running, 3), certain=True)
    shot("question-before")
    for number in range(1, 4):
        visitor.card.get_by_role("radio").first.check()
        visitor.choose("About 80 % sure")
        visitor.check_answer(VERDICT)
        if number == 1:
            shot("question-after")
        if number < 3:
            visitor.go_on()
    visitor.press("Finish")
    visitor.press("See results")
    expect(visitor.page.locator(".score")).to_be_visible()
    expect(visitor.card.first).to_be_visible()
    shot("result")
    visitor.open("/my-progress")
    expect(visitor.button("Forget everything about me")).to_be_visible()
    shot("my-progress")


def first_choices(running: Running, count: int) -> list[str]:
    """The first questions of the bank that have one right answer of several."""
    from reportedly.files.shelf.shelf import Library

    bank = Library(running.folder).shelf().banks[STORY].bank
    return [question.id for question in bank.ready if question.kind == "single"][:count]


def take_readme(browser: Browser, running: Running) -> None:
    """A question after its answer, with the words that decide it."""
    visitor = visitor_in(browser, running, "light", 1280)
    visitor.resume(STORY, *first_choices(running, 3))
    visitor.page.add_style_tag(content=".stMain { scroll-behavior: auto !important; }")
    visitor.card.get_by_role("radio").first.check()
    visitor.check_answer(VERDICT)
    visitor.verdict.evaluate("node => node.blur()")
    picture(visitor.page, "light", README, 1280)
    buttons = visitor.card.get_by_role("navigation", name="All questions")
    trim(README, bottom=int(buttons.evaluate(FROM_TOP)))
    visitor.context.close()
    if README.stat().st_size > MOST_BYTES:
        print(f"{README} has more than {MOST_BYTES:,} bytes.", file=sys.stderr)


# The window is as high as usual again, so what was scrolled away is added.
FROM_TOP = """node => node.getBoundingClientRect().bottom
  + document.querySelector("[data-testid=stMain]").scrollTop"""


def trim(path: Path, *, bottom: int) -> None:
    """Cuts the empty page below off, and keeps as many colours as the eye can tell apart here."""
    with Image.open(path) as picture:
        cut = picture.convert("RGB").crop((0, 0, picture.width, min(bottom + 24, picture.height)))
    cut.quantize(128, dither=Image.Dither.NONE).save(path, optimize=True)


def visitor_in(browser: Browser, running: Running, scheme: str, width: int) -> Visitor:
    """A new learner with a window of this width."""
    context = browser.new_context(
        viewport={"width": width, "height": HEIGHT},
        color_scheme="dark" if scheme == "dark" else "light",
        reduced_motion="reduce",
    )
    return Visitor(context, running)


def picture(page: Page, scheme: str, path: Path, width: int) -> None:
    """The whole page: it scrolls in a part of its own, so the window is made as high as that."""
    page.wait_for_load_state("networkidle")
    page.wait_for_function("() => !document.querySelector('[data-testid=stSkeleton]')")
    settle(page, scheme)
    height = page.evaluate(
        "() => document.querySelector('[data-testid=stMainBlockContainer]').scrollHeight"
    )
    page.set_viewport_size({"width": width, "height": min(int(height) + 80, 12_000)})
    page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    page.screenshot(path=path)
    page.set_viewport_size({"width": width, "height": HEIGHT})


if __name__ == "__main__":
    sys.exit(main())
