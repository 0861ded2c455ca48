"""Writing a new story: its articles, story.yaml and claims.yaml, all of it or nothing."""

from __future__ import annotations

import re
import tempfile
import unicodedata
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from reportedly.authoring.extraction.article import Draft, Refused
from reportedly.files.stories.story_file import read_story

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


_LONGEST_SUGGESTION = 40


def suggested_name(content: Path, title: str) -> str:
    """A free name for a new story, made of its title's first words."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)) or ["story"]
    name: str = words[0][:_LONGEST_SUGGESTION]
    for word in words[1:]:
        if len(name) + 1 + len(word) > _LONGEST_SUGGESTION:
            break
        name = f"{name}-{word}"
    free, number = name, 2
    while (content / free).exists():
        free, number = f"{name}-{number}", number + 1
    return free


def refuse_story_name(content: Path, name: str) -> None:
    """Say what is wrong with a new story's name.

    Raises:
        Refused: if it is no plain name or there is a story of that name.
    """
    if not _NAME.fullmatch(name):
        raise Refused(
            f'"{name}" cannot be a story\'s name; use small letters, digits and hyphens, '
            "for example harbour-strike."
        )
    if (content / name).exists():
        raise Refused(
            f'There is already a story "{name}", and it is not written over; choose another name.'
        )


def write_story(content: Path, name: str, draft: Draft) -> Path:
    """Write a draft as the folder content/<name>, which comes into being as a whole.

    Raises:
        Refused: if the name is taken or not a plain one, or the folder cannot be written.
    """
    refuse_story_name(content, name)
    try:
        content.mkdir(exist_ok=True)
        # A name that begins with a dot is no story to anyone who looks in meanwhile.
        with tempfile.TemporaryDirectory(prefix=".new-", dir=content) as beside:
            folder = Path(beside) / name
            folder.mkdir()
            for file, text in story_texts(draft).items():
                (folder / file).write_text(text, encoding="utf-8", newline="\n")
            reading = read_story(folder)
            if reading.story is None:
                faults = "; ".join(report.text for report in reading.faults[:3])
                raise Refused(f"The draft could not be read back, so nothing was written: {faults}")
            folder.rename(content / name)
    except OSError as fault:
        if (content / name).exists():
            raise Refused(f'There is already a story "{name}"; choose another name.') from fault
        raise Refused(
            f"{content.as_posix()} cannot be written ({fault.strerror}); nothing was kept."
        ) from fault
    return content / name


def story_texts(draft: Draft) -> dict[str, str]:
    """The files of a draft, by name."""
    texts = {f"{letter.lower()}.md": text for letter, text in draft.articles}
    texts["story.yaml"] = _yaml(draft.about)
    texts["claims.yaml"] = _yaml(draft.ledger)
    return texts


class _Dumper(yaml.SafeDumper):
    """Writes lists one step in, as people do."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)


def _yaml(model: BaseModel) -> str:
    return yaml.dump(
        _plain(model), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100_000
    )


_ALWAYS = ("via", "hedges", "labels")


def _plain(value: Any) -> Any:
    """What is written for a value; fields that say what goes without saying are left out."""
    if isinstance(value, BaseModel):
        out: dict[str, Any] = {}
        for field, known in type(value).model_fields.items():
            said = getattr(value, field)
            default = (
                known.get_default(call_default_factory=True) if not known.is_required() else ...
            )
            if said == default and field not in _ALWAYS:
                continue
            out[known.serialization_alias or known.alias or field.rstrip("_")] = _plain(said)
        return out
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Fraction):
        return int(value) if value.denominator == 1 else _decimal(value)
    return value


def _decimal(value: Fraction) -> float | str:
    number = float(value)
    return number if Fraction(str(number)) == value else str(value)
