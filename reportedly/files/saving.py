"""Saving a bank's text: the whole of it or nothing, and never over what somebody else has saved."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from reportedly.files.reading.source import LARGEST

_TOO_LARGE = f"The {{}} is larger than {LARGEST // 1024 // 1024} MB; split it into several banks."

_saving = Lock()
"""Two pages of this program that save at once do so one after the other."""


class CannotSave(Exception):
    """The file could not be saved, so nothing has changed."""

    def __init__(self, sentence: str | None = None) -> None:
        """Says the sentence, or the class's own words."""
        super().__init__(sentence or " ".join((type(self).__doc__ or "").split()))


class ChangedMeanwhile(CannotSave):
    """The file has been changed elsewhere since you opened it; nothing has been saved."""

    def __init__(self, theirs: str | None) -> None:
        """Keeps what the file says now; None if it is not there any more."""
        gone = "The file has been removed elsewhere since you opened it; nothing has been saved."
        super().__init__(gone if theirs is None else None)
        self.theirs = theirs


@dataclass(frozen=True)
class Saved:
    """A file's text, and the hash by which the next save knows that it is still there."""

    text: str
    hash: str


def load(path: Path) -> Saved:
    """A file's text to the last byte, byte-order mark and line ends included.

    Raises: CannotSave: if it cannot be read.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise CannotSave(_TOO_LARGE.format("file"))
        content = path.read_bytes()
        return Saved(content.decode("utf-8"), _hash(content))
    except FileNotFoundError:
        raise ChangedMeanwhile(None) from None
    except UnicodeDecodeError as fault:
        raise CannotSave("The file is not saved as UTF-8; save it as that first.") from fault
    except OSError as fault:
        raise _in_words(fault, path) from fault


def save(path: Path, text: str, expected: str | None) -> Saved:
    """The text as it now stands in the file.

    Args:
        path: The file.
        text: All of it.
        expected: The hash of what was loaded; None for a file that must not be there yet.

    Raises:
        ChangedMeanwhile: if the file says something else than what was loaded.
        CannotSave: with a sentence for the page; then the file is as it was.
    """
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise CannotSave("The text holds half a character; retype the last words.") from fault
    if len(content) > LARGEST:
        raise CannotSave(_TOO_LARGE.format("text"))
    with _saving:
        try:
            _write(path.resolve(), content, expected)
        except OSError as fault:
            raise _in_words(fault, path) from fault
    return Saved(text, _hash(content))


def save_new(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all.

    Raises: CannotSave: with a sentence; then there is no such file, or the one that was there.
    """
    try:
        _write(path.absolute(), content, None)
    except OSError as fault:
        raise _in_words(fault, path) from fault


def remove(path: Path, expected: str, keep: Callable[[str], object]) -> None:
    """Remove a file once its text is kept elsewhere.

    Raises: CannotSave: if it says something else than expected, or cannot be removed.
    """
    with _saving:
        saved = load(path)
        if saved.hash != expected:
            raise ChangedMeanwhile(saved.text)
        keep(saved.text)
        try:
            path.unlink()
        except OSError as fault:
            raise _in_words(fault, path) from fault


def move(path: Path, target: Path) -> None:
    """Give a file another name or folder, unless the name is taken.

    Raises: CannotSave: if it is, or if the file cannot be moved.
    """
    with _saving:
        try:
            target.parent.mkdir(exist_ok=True)
            _put_new(path, target)
            path.unlink(missing_ok=True)
        except FileNotFoundError:
            raise ChangedMeanwhile(None) from None
        except OSError as fault:
            raise _in_words(fault, target) from fault


def _write(path: Path, content: bytes, expected: str | None) -> None:
    mode, owner = _as_it_is(path, expected)
    aside = path.with_name(f".{path.name}.{os.getpid()}.saving")
    aside.unlink(missing_ok=True)
    try:
        number = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
        with os.fdopen(number, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if expected is None:
            _put_new(aside, path)
        else:
            aside.chmod(mode)
            _give(aside, owner)
            _check(path, expected)  # again, since writing has taken its time
            aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    _sync_folder(path.parent)


_BINARY = getattr(os, "O_BINARY", 0)


def _as_it_is(path: Path, expected: str | None) -> tuple[int, tuple[int, int]]:
    """The file's permissions and owner, if it says what is expected."""
    _check(path, expected)
    if expected is None:
        return 0, (-1, -1)
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    found = path.stat()
    return stat.S_IMODE(found.st_mode), (found.st_uid, found.st_gid)


def _check(path: Path, expected: str | None) -> None:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        if expected is not None:
            raise ChangedMeanwhile(None) from None
        return
    if expected is None:
        raise FileExistsError(errno.EEXIST, "")
    if _hash(content) != expected:
        raise ChangedMeanwhile(content.decode("utf-8", "replace"))


def _put_new(source: Path, target: Path) -> None:
    """Put a file where none is; a file that is there is never overwritten."""
    try:
        target.hardlink_to(source)
        source.unlink()
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        # Some file systems know no second name for a file.
        if not source.exists():
            raise
        if target.exists():
            raise FileExistsError(errno.EEXIST, "") from None
        source.rename(target)


def _give(path: Path, owner: tuple[int, int]) -> None:
    """Let the file belong to whom it belonged, where that is allowed."""
    if hasattr(os, "chown"):
        try:
            os.chown(path, *owner)
        except OSError:
            pass  # another's file in a shared folder: it is ours now, with the same permissions


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a loss of power; Windows has no such call."""
    if os.name == "nt":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError:
        pass  # the file itself is written; some network folders refuse this
    finally:
        os.close(number)


_SENTENCES = {
    errno.ENOSPC: "The disk is full, so nothing has been saved; the file is as it was.",
    errno.EDQUOT: "The disk is full, so nothing has been saved; the file is as it was.",
    errno.EFBIG: "The disk takes no file of this size; the file is as it was.",
    errno.EACCES: "The file or its folder is read-only, so nothing has been saved.",
    errno.EPERM: "The file or its folder is read-only, so nothing has been saved.",
    errno.EROFS: "The file or its folder is read-only, so nothing has been saved.",
    errno.ENOENT: "There is no such folder; make it first, or choose another.",
    errno.EEXIST: "There is a file of this name already; choose another name.",
    errno.ENAMETOOLONG: "The name is too long; choose a shorter one.",
    errno.EISDIR: "This is a folder, not a file; nothing has been saved.",
}


def _in_words(fault: OSError, path: Path) -> CannotSave:
    sentence = _SENTENCES.get(fault.errno or 0)
    return CannotSave(
        sentence or f"{path.name} could not be saved ({fault.strerror}); the file is as it was."
    )


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
