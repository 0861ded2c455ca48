"""Banks whose file does not end in `.yaml`: the app would pass them over without a word."""

from __future__ import annotations

from pathlib import Path

from reportedly.files.reading.reports import Report


def is_misnamed(path: Path) -> bool:
    """Whether a file's name ends almost as a bank's does."""
    return path.suffix != ".yaml" and path.suffix.lower() in (".yaml", ".yml")


def misnamed(name: str) -> Report:
    """What is said of such a file, by the name it is shown under."""
    path = Path(name)
    return Report(
        name, 1, 1, "error", "", f'the name ends in "{path.suffix}", where a bank ends in ".yaml"',
        f"rename the file to {path.stem}.yaml; the app opens no other banks",
    )  # fmt: skip
