import pytest

from reportedly.authoring.extraction.article import Refused
from reportedly.files.checking import check
from reportedly.files.stories.story_file import read_story
from reportedly.files.stories.story_writer import (
    refuse_story_name,
    story_texts,
    suggested_name,
    write_story,
)
from tests.authoring.extraction.drafting import draft

TEXTS = (
    "Bridge closed after cracks are found in it\n\nCaption: The bridge: “before” the flood.\n\n"
    "PORT VELL, 8 March 2021 (Northern Wire) – At least 50 people died, 12.5 per cent of them children, "
    "Mayor Ana Lund said on Friday. “It was no accident,” she said. The company declined to comment.",
    "Sixteen people died, the Port Daily said. Nobody knew 'why'.\n\nBeginning in May: hundreds fled.",
)


def test_a_draft_is_written_as_a_story_that_reads_back_the_same(tmp_path):
    made = draft(*TEXTS)
    folder = write_story(tmp_path / "content", "event", made)
    reading = read_story(folder)
    assert reading.faults == ()
    assert reading.story.ledger == made.ledger
    assert reading.story.about == made.about
    assert {c.review for c in reading.story.ledger.claims} == {"auto"}
    assert check([folder], tmp_path) == ()


def test_the_articles_are_kept_word_for_word_with_their_roles(tmp_path):
    story = read_story(write_story(tmp_path / "content", "event", draft(*TEXTS))).story
    first = story.article("A")
    assert [p.role for p in first.paragraphs] == ["headline", "caption", "body"]
    assert first.paragraphs[2].text == TEXTS[0].split("\n\n")[2]


def test_the_same_draft_is_written_byte_for_byte_the_same():
    assert story_texts(draft(*TEXTS)) == story_texts(draft(*TEXTS))


def test_a_story_that_is_there_is_not_written_over(tmp_path):
    content = tmp_path / "content"
    (content / "event").mkdir(parents=True)
    (content / "event" / "mine.txt").write_text("mine")
    with pytest.raises(Refused, match="already a story"):
        write_story(content, "event", draft(*TEXTS))
    assert [p.name for p in content.rglob("*")] == ["event", "mine.txt"]


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "a.b", ".hidden", "", "Event", "a" * 99, "x\n", "-x"]
)
def test_a_name_that_is_no_plain_one_is_refused_and_nothing_is_written(tmp_path, name):
    with pytest.raises(Refused, match="cannot be a story's name"):
        write_story(tmp_path / "content", name, draft(*TEXTS))
    assert list(tmp_path.rglob("*")) == []


def test_nothing_is_left_behind_when_the_folder_cannot_be_written(tmp_path):
    (tmp_path / "content").write_text("a file where the folder should be")
    with pytest.raises(Refused, match="cannot be written"):
        write_story(tmp_path / "content", "event", draft(*TEXTS))
    assert [p.name for p in tmp_path.iterdir()] == ["content"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Ferry runs aground off Port Vell", "ferry-runs-aground-off-port-vell"),
        ("Mayor’s “reply” to 3 charges: no!", "mayors-reply-to-3-charges-no"),
        ("Überfall im Café", "uberfall-im-cafe"),
        ("../../etc", "etc"),
        ("…", "story"),
        ("a" * 90, "a" * 40),
        (
            "Nobody knows why the bridge over the river was closed",
            "nobody-knows-why-the-bridge-over-the",
        ),
    ],
)
def test_a_name_is_suggested_of_the_title_s_first_words(tmp_path, title, name):
    assert suggested_name(tmp_path, title) == name
    refuse_story_name(tmp_path, name)


def test_a_name_that_is_taken_is_suggested_with_a_number(tmp_path):
    (tmp_path / "ferry").mkdir()
    (tmp_path / "ferry-2").mkdir()
    assert suggested_name(tmp_path, "Ferry") == "ferry-3"


def test_a_draft_gets_its_name_and_title_when_it_is_written(tmp_path):
    made = draft(*TEXTS)
    story = read_story(write_story(tmp_path, "bridge", made.named("bridge", "The bridge"))).story
    assert (story.slug, story.about.title) == ("bridge", "The bridge")
    assert story.ledger.claims == made.ledger.claims
