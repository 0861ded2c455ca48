"""An instructor makes a story of raw articles."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults_in_every_look
from tests.browser.signing_in import sign_in

FERRY = """Ferry runs aground off Port Vell

By Ida Holt

8 March 2021

Two people were killed when a ferry ran aground on Monday, the harbour office of Port Vell said.

The owner of the ferry denied that the boat had been too full."""
ROCKS = """Three die as ferry hits rocks

9 March 2021

Three people died when the boat struck rocks, police in Port Vell told reporters on Tuesday.

The owner could not be reached for comment."""
UNDATED = ROCKS.replace("9 March 2021\n\n", "")
PAGE = """<!DOCTYPE html><html><head><title>Ferry hits rocks, three die</title>
<meta property="og:site_name" content="Port Times">
<meta property="article:published_time" content="2021-03-09T10:00:00Z">
<script>document.title = "stolen"; alert("stolen")</script></head><body><article>
<h1>Ferry hits rocks, three die</h1><figure><figcaption>The ferry on Monday.</figcaption></figure>
<p onclick="alert('stolen')">Three people died when the boat struck rocks, police in Port Vell told
reporters on Tuesday. <img src="x" onerror="alert('stolen')"></p>
<p>The police said that the captain had called for help at six in the morning and that nobody had
come. The owner of the boat could not be reached for comment.</p>
</article></body></html>"""
GERMAN = (
    "Die Fähre lief am Montag vor dem Hafen auf Grund, und die Polizei sprach von drei Toten. "
    "Der Eigner war nicht zu erreichen, sagte ein Sprecher der Stadt am Dienstag."
)


@pytest.fixture
def new_story(new_visitor, own_server):
    """Ada at the page; the stories that she makes are removed again."""
    before = folders(own_server)
    page = sign_in(new_visitor(own_server), next_page="/new-story")
    expect(page.get_by_label("Text of article 1")).to_be_visible()
    yield page
    for made in folders(own_server) - before:
        shutil.rmtree(own_server.folder / "content" / made)


def folders(own_server):
    return {path.name for path in (own_server.folder / "content").iterdir() if path.is_dir()}


def paste(page, *texts):
    for number, text in enumerate(texts, start=1):
        page.get_by_label(f"Text of article {number}").fill(text)


def upload(page, **files):
    """Uploads files; what stands for the dot in a name is a double underscore."""
    given = [(name.replace("__", "."), data) for name, data in files.items()]
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Upload", exact=True).click()
    chooser.value.set_files(
        [{"name": name, "mimeType": "text/plain", "buffer": data} for name, data in given]
    )


def read(page):
    page.get_by_role("button", name="Read the articles").click()


def read_through(page):
    read(page)
    expect(page.get_by_role("heading", name="What was found")).to_be_visible()
    expect(page.get_by_role("button", name="Make the story")).to_be_visible()


def name_it(page, name):
    page.get_by_label("File name").fill(name)
    page.get_by_role("button", name="Make the story").click()


def test_learners_do_not_see_the_page(new_visitor, own_server):
    visitor = new_visitor(own_server)
    visitor.open("/new-story")
    expect(visitor.page.get_by_text("This page is for instructors")).to_be_visible()
    expect(visitor.page.get_by_label("Text of article 1")).to_have_count(0)
    expect(visitor.page.get_by_role("link", name="New story")).to_have_count(0)


def test_two_pasted_articles_become_a_story_whose_claims_are_to_be_decided(new_story, own_server):
    before = folders(own_server)
    paste(new_story, FERRY, UNDATED)
    expect(new_story.get_by_text("The date is stated in the text")).to_be_visible()
    read(new_story)
    missing = new_story.get_by_text("pasted article 2: the date of publication is missing")
    expect(missing).to_be_visible()
    new_story.get_by_role("spinbutton", name="year, Article 2 was published on").click()
    new_story.keyboard.type("20210309")
    read_through(new_story)
    expect(missing).to_have_count(0)
    expect(new_story.get_by_text("8 March 2021 (stated)")).to_be_visible()
    expect(new_story.get_by_text("9 March 2021 (inferred: given by the person")).to_be_visible()
    expect(new_story.get_by_text("Ida Holt (stated)")).to_be_visible()
    expect(new_story.get_by_role("heading", name="Three die as ferry hits rocks")).to_be_visible()
    assert folders(own_server) == before
    new_story.get_by_label("Title").fill("The ferry of Port Vell")
    new_story.get_by_label("Title").press("Tab")
    expect(new_story.get_by_label("File name")).to_have_value("ferry-runs-aground-off-port-vell")
    new_story.get_by_role("button", name="Make the story").click()
    expect(new_story.get_by_role("heading", name="Ledger")).to_be_visible()
    expect(new_story.get_by_text("The story “The ferry of Port Vell” is made")).to_be_visible()
    expect(new_story.get_by_text(re.compile(r"^(\d+) claims: \1 to decide\.$"))).to_be_visible()
    assert folders(own_server) - before == {"ferry-runs-aground-off-port-vell"}
    made = own_server.folder / "content" / "ferry-runs-aground-off-port-vell"
    assert {path.name for path in made.iterdir()} == {"a.md", "b.md", "story.yaml", "claims.yaml"}
    # The desk leads to the ledger, and the page is empty for the next story.
    new_story.get_by_role("link", name="Desk", exact=True).first.click()
    card = new_story.locator(".st-key-desk-story-ferry-runs-aground-off-port-vell")
    to_decide = re.compile(r"Ledger: \d+ claims to decide$")
    expect(card.get_by_role("link", name=to_decide)).to_have_count(1)
    new_story.get_by_test_id("stMain").get_by_role("link", name="New story").click()
    expect(new_story.get_by_label("Text of article 1")).to_have_value("")
    expect(new_story.get_by_role("heading", name="What was found")).to_have_count(0)


def test_uploaded_files_are_read_and_nothing_in_a_page_runs(new_story, own_server):
    ran = []
    new_story.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    upload(new_story, one__txt=FERRY.encode(), two__html=PAGE.encode())
    expect(new_story.get_by_text("The date is worked out: given in the head")).to_be_visible()
    read_through(new_story)
    expect(new_story.get_by_text("Port Times (inferred: named in the head")).to_be_visible()
    caption = new_story.locator(".para.caption")
    expect(caption).to_contain_text("Picture caption The ferry on Monday.")
    name_it(new_story, "ferry")
    expect(new_story.get_by_role("heading", name="Ledger")).to_be_visible()
    made = own_server.folder / "content" / "ferry"
    assert not [path for path in made.iterdir() if "stolen" in path.read_text("utf-8")]
    assert ran == []
    assert new_story.title() != "stolen"


def test_a_name_that_cannot_be_is_refused_and_all_stays(new_story, own_server):
    before = folders(own_server)
    paste(new_story, FERRY, ROCKS)
    read_through(new_story)
    new_story.get_by_label("Title").fill("My title")
    for name, refusal in (
        ("../x", '"../x" cannot be a story\'s name'),
        ("harbour-clock", 'There is already a story "harbour-clock"'),
    ):
        name_it(new_story, name)
        expect(new_story.get_by_text(refusal)).to_be_visible()
        expect(new_story.get_by_label("Title")).to_have_value("My title")
        expect(new_story.get_by_label("File name")).to_have_value(name)
    expect(new_story.get_by_label("Text of article 2")).to_have_value(ROCKS)
    assert folders(own_server) == before
    assert not (own_server.folder / "x").exists()


def test_each_file_that_cannot_be_read_is_told_with_its_cure(new_story):
    upload(
        new_story,
        binary__txt=b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 20,
        empty__md=b"",
        german__txt=GERMAN.encode(),
        large__txt=(ROCKS * 12_000).encode(),
        picture__png=b"\x89PNG",
    )
    for told in (
        "binary.txt is no text but a binary file; save the article as",
        "empty.md holds no text; put the article's text into it",
        "german.txt does not read as English, and only English can be read so far",
        "large.txt has 2,1",
        "picture.png: only .txt, .md and .html can be read",
    ):
        expect(new_story.get_by_role("alert").filter(has_text=told)).to_be_visible()
    read(new_story)
    expect(new_story.get_by_text("Nothing was read, because binary.txt and")).to_be_visible()


def test_articles_that_are_no_two_sources_are_refused_or_flagged(new_story):
    read(new_story)
    expect(new_story.get_by_text("There is no article yet")).to_be_visible()
    paste(new_story, FERRY)
    read(new_story)
    expect(
        new_story.get_by_text("Only one article was given; bring in at least two")
    ).to_be_visible()
    paste(new_story, FERRY, FERRY)
    read(new_story)
    same = "pasted article 1 and pasted article 2 are the same article, which is no second source"
    expect(new_story.get_by_text(same)).to_be_visible()
    paste(new_story, FERRY, FERRY.replace("Two people", "As many as three people"))
    read_through(new_story)
    expect(new_story.get_by_text(re.compile(r"share \d+% of their wording"))).to_be_visible()


def test_what_was_found_is_put_away_when_the_articles_change_but_a_chosen_title_stays(new_story):
    paste(new_story, FERRY, ROCKS)
    read_through(new_story)
    new_story.get_by_label("Title").fill("My title")
    new_story.get_by_label("Title").press("Tab")
    paste(new_story, FERRY, ROCKS.replace("Three", "Four"))
    new_story.get_by_label("Text of article 2").press("Tab")
    expect(new_story.get_by_text("The articles were changed since they were read")).to_be_visible()
    expect(new_story.get_by_role("button", name="Make the story")).to_have_count(0)
    read_through(new_story)
    expect(new_story.get_by_label("Title")).to_have_value("My title")


def test_what_was_pasted_is_there_after_a_look_at_another_page_until_it_is_left_out(new_story):
    new_story.get_by_role("button", name="Add another article").click()
    new_story.get_by_label("Text of article 3").fill(ROCKS)
    new_story.get_by_label("Text of article 3").press("Tab")
    expect(new_story.get_by_text("The date is stated in the text")).to_be_visible()
    new_story.get_by_role("link", name="Desk", exact=True).first.click()
    expect(new_story.get_by_role("heading", name="Banks")).to_be_visible()
    new_story.get_by_test_id("stMain").get_by_role("link", name="New story").click()
    expect(new_story.get_by_label("Text of article 3")).to_have_value(ROCKS)
    new_story.get_by_role("button", name="Leave article 3 out").click()
    expect(new_story.get_by_label("Text of article 3")).to_have_count(0)
    new_story.get_by_role("button", name="Add another article").click()
    expect(new_story.get_by_label("Text of article 4")).to_have_value("")


def test_the_page_has_no_serious_fault(new_story):
    assert faults_in_every_look(new_story) == []
    paste(new_story, FERRY, ROCKS)
    read_through(new_story)
    assert faults_in_every_look(new_story) == []
