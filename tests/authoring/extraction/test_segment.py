from hypothesis import given
from hypothesis import strategies as st

from reportedly.authoring.extraction.quotes import quotes
from reportedly.authoring.extraction.segment import blocks, sentences

BODY = (
    "The bridge over the river Ostrel was closed on Monday after an inspection found cracks in it."
)


def kinds(text):
    return [block.kind for block in blocks(text)]


def test_tells_headline_byline_date_caption_and_body_apart():
    text = (
        "Bridge closed after cracks are found\n\nBy Marta Quillan\n\n14 June 2017\n\n"
        f"Caption: The bridge in winter.\n\n{BODY}"
    )
    assert kinds(text) == ["headline", "byline", "date", "caption", "body"]


def test_a_credit_at_the_end_makes_a_caption():
    assert (
        kinds(f"{BODY}\n\nA man on the bridge on Sunday Reuters/Port Daily\n\n{BODY}")[1]
        == "caption"
    )


def test_a_text_without_a_headline_has_none():
    assert kinds(f"{BODY}\n\n{BODY}") == ["body", "body"]


def test_every_block_keeps_its_number():
    found = blocks(f"# A headline\n\n{BODY}\n\n\n\n{BODY}\n")
    assert [block.number for block in found] == [1, 2, 3]


def test_wrapped_lines_are_one_paragraph():
    assert len(blocks(BODY[:50] + "\n" + BODY[50:])) == 1


def test_a_dateline_is_passed_over():
    (block,) = blocks("PORT VELL, 4 March 2021 (Northern Wire) – Two people died.")
    assert block.text[block.body_start :] == "Two people died."


def test_a_sentence_does_not_end_at_a_title_or_before_its_speaker():
    text = "“Why now?” asked Mr. Berg. He left. The U.S. envoy stayed."
    found = sentences(text, 0, quotes(text))
    assert [text[a:b] for a, b in found] == [
        "“Why now?” asked Mr. Berg.", "He left.", "The U.S. envoy stayed.",
    ]  # fmt: skip


@given(st.text(max_size=400))
def test_sentences_stand_in_order_and_lose_no_word(text):
    for block in blocks(text):
        spans = sentences(block.text, block.body_start, quotes(block.text))
        kept = "".join(block.text[a:b] for a, b in spans)
        assert "".join(kept.split()) == "".join(block.text[block.body_start :].split())


def test_a_single_letter_may_end_a_sentence_but_an_initial_does_not():
    text = "Ana Moe wrote it on X. She was sure. The clerk, J. Smith, was not."
    parts = [text[slice(*span)] for span in sentences(text, 0, ())]
    assert parts == ["Ana Moe wrote it on X.", "She was sure.", "The clerk, J. Smith, was not."]
