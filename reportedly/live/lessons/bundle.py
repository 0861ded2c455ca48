"""Several modules of the browser's code as one file: a phone asks once and not twenty times.

Our modules use few forms of import and export; each is rewritten as it stands, and a form that is
not known here stops the server's tests, not a class.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from hashlib import sha256
from pathlib import Path
from posixpath import dirname, join, normpath

WEB = Path(__file__).parents[2] / "web"

_IMPORT = re.compile(r'^import (\{[^}]*\}|\* as \w+) from "(\.{1,2}/[\w./-]+)";$', re.M)
_AGAIN = re.compile(r'^export (\{[^}]*\}) from "(\.{1,2}/[\w./-]+)";$', re.M)
_EXPORT = re.compile(r"^export ((?:async )?function|const|class|let) (\w+)", re.M)
_LEFT = re.compile(r"^(?:import|export)\b|\bimport\(", re.M)


class CannotBundle(ValueError):
    """A module uses a form of import or export that is not known here."""


@cache
def bundle(entry: str, web: Path = WEB) -> bytes:
    """The module at `entry`, a path under the folder `web`, with all that it imports."""
    order: list[str] = []
    texts: dict[str, str] = {}
    _add(entry, web, texts, order, [])
    parts = ["const __modules = {};\nconst __base = new URL('/assets/', location.href).href;\n"]
    parts += [texts[name] for name in order]
    return "".join(parts).encode()


@cache
def packed(entry: str) -> tuple[bytes, str]:
    """The same, compressed, and a name for exactly this content."""
    made = bundle(entry)
    return gzip.compress(made, 9, mtime=0), sha256(made).hexdigest()[:16]


def _add(name: str, web: Path, texts: dict[str, str], order: list[str], way: list[str]) -> None:
    if name in texts:
        return
    if name in way:
        raise CannotBundle(f"{' -> '.join([*way, name])} goes round in a circle")
    text = (web / name).read_text(encoding="utf-8")
    for pattern in (_IMPORT, _AGAIN):
        for _, target in pattern.findall(text):
            _add(_resolve(name, target), web, texts, order, [*way, name])
    texts[name] = _rewritten(name, text)
    order.append(name)


def _rewritten(name: str, text: str) -> str:
    exported = [found[1] for found in _EXPORT.findall(text)]

    def imported(match: re.Match[str]) -> str:
        source = f'__modules["{_resolve(name, match[2])}"]'
        if match[1].startswith("*"):
            return f"const {match[1].removeprefix('* as ')} = {source};"
        return f"const {match[1].replace(' as ', ': ')} = {source};"

    def again(match: re.Match[str]) -> str:
        names = [one.strip() for one in match[1].strip("{} ").split(",") if one.strip()]
        exported.extend(names)
        return f'const {match[1]} = __modules["{_resolve(name, match[2])}"];'

    text = _AGAIN.sub(again, _IMPORT.sub(imported, text))
    text = _EXPORT.sub(r"\1 \2", text)
    if left := _LEFT.search(text):
        line = text[: left.start()].count("\n") + 1
        raise CannotBundle(f"{name}:{line}: this import or export is not known here")
    text = text.replace("import.meta.url", f'(__base + "{name}")')
    return f'__modules["{name}"] = (() => {{\n{text}\nreturn {{ {", ".join(exported)} }};\n}})();\n'


def _resolve(importer: str, target: str) -> str:
    return normpath(join(dirname(importer), target))
