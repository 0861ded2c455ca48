"""Drafts from a ledger of 60 claims, and from ledgers twice as large and twice that again.

The ledger of the first story is repeated with other paragraphs, topics and speakers, so that it
grows as more reports of more points would make it grow.

Run: python tests/bench/generating.py

Latest: 60 claims 0.07 s; 6,000 claims 4.5 s with more topics, 5.5 s with more said of each; twice
the claims take 1.7 to 2.1 times as long.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reportedly.authoring.blueprints import blueprints
from reportedly.authoring.generating import generate
from reportedly.files.stories.story_file import read_story
from reportedly.story.article import Article
from reportedly.story.story import Story

ROOT = Path(__file__).parents[2]
SIZES = (60, 750, 1500, 3000, 6000)
MOST_SECONDS = {60: 1, 6000: 30}


def enlarged(story: Story, size: int, *, topics_too: bool) -> Story:
    """A story whose ledger has so many claims, in articles that are as much longer."""
    lengths = {article.letter: len(article.paragraphs) for article in story.articles}
    claims = []
    rounds = -(-size // len(story.ledger.claims))
    speakers = {}
    for n in range(rounds):
        for key, speaker in story.ledger.speakers.items():
            speakers[f"{key}-{n}"] = speaker.model_copy(update={"name": f"{speaker.name} {n}"})
        for claim in story.ledger.claims:
            own = claim.speaker == "none"
            changes = {
                "id": f"{claim.id}-{n}",
                "at": f"{claim.letter}{claim.paragraph + n * lengths[claim.letter]}",
                "speaker": "none" if own else f"{claim.speaker}-{n}",
                "via": tuple(f"{hand}-{n}" for hand in claim.via),
                "maybe": claim.maybe and f"{claim.maybe}-{n}",
            }
            if topics_too:
                changes["topic"] = f"{claim.topic}-{n}"
                changes["quantity"] = tuple(
                    quantity.model_copy(update={"topic": f"{quantity.topic}-{n}"})
                    for quantity in claim.quantity
                )
            claims.append(claim.model_copy(update=changes))
    articles = tuple(_longer(article, rounds) for article in story.articles)
    ledger = story.ledger.model_copy(update={"claims": tuple(claims[:size]), "speakers": speakers})
    return replace(story, articles=articles, ledger=ledger)


def _longer(article: Article, rounds: int) -> Article:
    length = len(article.paragraphs)
    return replace(
        article,
        paragraphs=tuple(
            replace(paragraph, number=paragraph.number + n * length)
            for n in range(rounds)
            for paragraph in article.paragraphs
        ),
    )


def main() -> None:
    """Prints seconds of computing, and how much longer twice as many claims take."""
    story = read_story(ROOT / "content" / "baicheng-2015").story
    assert story is not None
    blueprints()  # reading the code is not what is measured
    for topics_too in (True, False):
        print("more topics" if topics_too else "the same topics, more said of each")
        before = 0.0
        for size in SIZES:
            larger = enlarged(story, size, topics_too=topics_too)
            began = time.process_time()
            drafts = generate(larger, 1)
            took = time.process_time() - began
            ratio = f"{took / before:.2f} times" if before and size != SIZES[1] else ""
            print(f"{size:>6} claims: {took:6.2f} s, {len(drafts)} drafts  {ratio}")
            assert took < MOST_SECONDS.get(size, 60), "too slow"
            before = took


if __name__ == "__main__":
    main()
