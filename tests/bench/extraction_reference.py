"""How many figures of a reviewed ledger a draft finds in the same paragraph, with the right speaker.

Run: python tests/bench/extraction_reference.py ARTICLE_A ARTICLE_B content/STORY/claims.yaml [--rules]
"""

import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from reportedly.authoring.extraction.article import RawArticle
from reportedly.authoring.extraction.engines.language_model import Missing, installed_model
from reportedly.authoring.extraction.extract import extract
from reportedly.files.stories.story_file import read_story
from reportedly.story.ledger import OWN_VOICE, Ledger, Quantity, Speaker

_LITTLE = frozenset("the of a an in for not named with no body china at town police".split())


def words_of(speaker: Speaker) -> set[str]:
    """The words a speaker is known by."""
    told = " ".join([speaker.name, speaker.tag or "", *speaker.aliases]).lower()
    return {word.rstrip("s") for word in re.findall(r"[^\W\d_]+", told)}


def same_speaker(one: Ledger, key: str, other: Ledger, its: str) -> bool:
    """Whether two ledgers mean the same speaker, by the words in their names."""
    if OWN_VOICE in (key, its):
        return key == its
    a, b = words_of(one.speakers[key]), words_of(other.speakers[its])
    return bool((a & b) - _LITTLE) or a <= b or b <= a


def same_amount(one: Quantity, other: Quantity) -> bool:
    """Whether two figures give the same number or the same word for one."""
    if one.value is not None or other.value is not None:
        return one.value == other.value
    a, b = (one.amount or "").lower(), (other.amount or "").lower()
    return a in b or b in a


def main() -> None:
    a, b, reference_file = (Path(p) for p in sys.argv[1:4])
    model = Missing("rules were asked for") if "--rules" in sys.argv else installed_model()
    published = {"baicheng-2015": ("2015-11-15", "2015-11-20")}.get(
        reference_file.parent.name, (None, None)
    )
    raw = [
        RawArticle(p.name, p.read_text(encoding="utf-8"), published=day)
        for p, day in zip((a, b), published, strict=True)
    ]
    draft = extract("draft", raw, model).ledger
    story = read_story(reference_file.parent).story
    assert story is not None
    reference = story.ledger
    total = found = right = numbers = numbers_right = 0
    for claim in reference.claims:
        for quantity in claim.quantity:
            total += 1
            numbers += quantity.value is not None
            same = [
                c for c in draft.claims
                if c.at == claim.at and any(same_amount(quantity, q) for q in c.quantity)
            ]  # fmt: skip
            hit = any(same_speaker(reference, claim.speaker, draft, c.speaker) for c in same)
            found += bool(same)
            right += hit
            numbers_right += hit and quantity.value is not None
            if not hit:
                print(f"{claim.id} {claim.at} {quantity.value or quantity.amount} {claim.speaker}:",
                      [c.speaker for c in same] or "missed")  # fmt: skip
    print(f"{found} of {total} figures found, {right} with the right speaker ({right / total:.0%}); "
          f"of those that are numbers {numbers_right} of {numbers} ({numbers_right / numbers:.0%})")  # fmt: skip


if __name__ == "__main__":
    main()
