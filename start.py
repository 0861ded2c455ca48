"""Starts Reportedly, or runs its tests; makes everything it needs by itself.

    python3 start.py [--port N] [--share]
    python3 start.py test [arguments for pytest]

The first start makes a virtual environment, `.venv`, beside this file and installs
`requirements.txt` into it; later starts do so again only when that file has changed. To
begin afresh, delete `.venv`.

Only the standard library is used here, and no syntax newer than Python 3.6, so that an old
Python can say in a sentence what is missing instead of failing on a line it cannot read.
"""

import argparse
import errno
import hashlib
import importlib.util
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

OLDEST_PYTHON = (3, 11)
FOLDER = Path(__file__).resolve().parent
PYTHON = "py" if os.name == "nt" else "python3"
DEFAULT_PORT = 8501
OF_TESTS = ["requirements-nlp.txt", "tests/requirements.txt"]  # the second asks for the first

# Run by the environment's own Python: does it still start, and are its parts there?
PROBE = """
import sys
from importlib.util import find_spec
print("%d.%d" % sys.version_info[:2], *[name for name in ("pip", "streamlit") if find_spec(name)])
"""

# What pip writes, and what it means to a person. The first that is found is told.
PIP_TROUBLES = (
    (r"No space left on device|Errno 28", "the disk is full; free about 1 GB"),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError", "the network's certificate is not trusted; ask whoever "
     "looks after the network how to reach pypi.org"),
    (r"NewConnectionError|ConnectTimeout|ReadTimeout|ProxyError|NameResolutionError|getaddrinfo"
     r"|Temporary failure in name resolution|Max retries exceeded|Network is unreachable",
     "the package server could not be reached; connect to the internet (and check the proxy, if "
     "there is one)"),
)  # fmt: skip


class Trouble(Exception):
    """Something the person at the keyboard can put right; the message says what and how."""


def main(arguments: Sequence[str], folder: Path = FOLDER) -> int:
    """Do what the command line asks for.

    Returns: The exit code: 0 for a quiet stop, pytest's own code for `test`, 1 for trouble.
    """
    try:
        check_python(tuple(sys.version_info[:3]))
        if arguments[:1] == ["test"]:
            return run_tests(folder, arguments[1:])
        options = read_options(arguments)
        return run_app(folder, options.port, options.share)
    except Trouble as trouble:
        print("start.py: {}".format(trouble), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130  # what shells give a command stopped by Ctrl-C


def read_options(arguments: Sequence[str]) -> argparse.Namespace:
    """The options of the command line, checked; `--help` ends the program here."""
    parser = argparse.ArgumentParser(
        prog="start.py",
        usage="{0} start.py [--port N] [--share]\n       {0} start.py test [arguments for pytest]"
        "".format(PYTHON),
        description="Start Reportedly, or run its tests. The first start installs what is needed "
        "into the folder .venv and takes about a minute.",
    )
    parser.add_argument(
        "--port", type=port_number, default=DEFAULT_PORT, metavar="N", help="default: %(default)s"
    )
    parser.add_argument(
        "--share",
        action="store_true",
        help="let other devices on the same network open it, for a class; without this only "
        "this machine can",
    )
    return parser.parse_args(arguments)


def port_number(text: str) -> int:
    """The number of a port, 1 to 65535."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(
            "{!r} is not a port; give a whole number from 1024 to 65535".format(text)
        )
    return int(text)


# --- what to run -----------------------------------------------------------------------------


def run_app(folder: Path, port: int, share: bool) -> int:
    """Serve the app until it is stopped."""
    check_files(folder, ["app.py", "requirements.txt"])
    check_port(port)
    python = prepare(folder, tests=False)
    command = [str(python), "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    # The address is told here, once the server answers; Streamlit's own greeting would look the
    # machine's public address up at a third party.
    command += ["--server.address", "0.0.0.0" if share else "localhost"]
    command += ["--logger.hideWelcomeMessage", "true"]
    # No standard input: whatever asks a question gets an end of file, and nothing ever waits.
    server = subprocess.Popen(
        command, cwd=str(folder), stdin=subprocess.DEVNULL, env=app_environment(os.environ)
    )
    signal.signal(signal.SIGTERM, lambda number, frame: server.terminate())
    try:
        while server.poll() is None and not answers(port):
            time.sleep(0.1)
        if server.poll() is None:
            print(greeting(port, share, lan_address() if share else None), flush=True)
        code = server.wait()
        return code if code >= 0 else 128 - code  # as shells count a stop by a signal
    except KeyboardInterrupt:
        # Ctrl-C reached the server too; it gets time to store what is on its way.
        end(server, seconds=10)
        print("Reportedly has stopped. What was answered is stored.", flush=True)
        return 0


def end(server: "subprocess.Popen[bytes]", seconds: float) -> None:
    """Wait for the server to stop by itself, then insist."""
    try:
        server.wait(seconds)
    except (subprocess.TimeoutExpired, KeyboardInterrupt):
        server.kill()
        server.wait()


def greeting(port: int, share: bool, address: Optional[str]) -> str:
    """What to open in a browser, as printed."""
    lines = ["Reportedly runs at http://localhost:{} - Ctrl-C stops it.".format(port)]
    if share and address:
        lines.append("Other devices on this network: http://{}:{}".format(address, port))
    elif share:
        lines.append("This machine is on no network now, so no other device can open it.")
    return "\n".join(lines)


def run_tests(folder: Path, arguments: Sequence[str]) -> int:
    """Run the tests and give pytest's exit code back."""
    check_files(folder, ["requirements.txt", *OF_TESTS])
    python = prepare(folder, tests=True)
    tests = subprocess.Popen(
        [str(python), "-m", "pytest", *arguments],
        cwd=str(folder),
        env=app_environment(os.environ),
    )
    try:
        return tests.wait()
    except KeyboardInterrupt:
        end(tests, seconds=10)
        return 130


# --- checks that need nothing installed ------------------------------------------------------


def check_python(version: Tuple[int, ...]) -> None:
    """Refuse a Python that is too old."""
    if version < OLDEST_PYTHON:
        raise Trouble(
            "Reportedly needs Python {}.{} or newer, this is {}; get it at "
            "https://www.python.org/downloads/ and start with that one.".format(
                OLDEST_PYTHON[0], OLDEST_PYTHON[1], ".".join(str(part) for part in version)
            )
        )


def check_files(folder: Path, names: Sequence[str]) -> None:
    """Refuse a folder that is not the whole of Reportedly."""
    for name in names:
        if not (folder / name).is_file():
            raise Trouble(
                "{} is missing from {}; start.py works only inside the complete folder of "
                "Reportedly, so download or copy that folder again.".format(name, folder)
            )


def check_venv_module(find: Callable[[str], Any] = importlib.util.find_spec) -> None:
    """Refuse a Python that cannot make virtual environments (Debian packs that apart)."""
    if find("venv") is None or find("ensurepip") is None:
        raise Trouble(no_venv())


def no_venv() -> str:
    return (
        "this Python cannot make virtual environments; on Debian, Ubuntu or Mint run "
        "'sudo apt install python{}.{}-venv' and start again, elsewhere install Python from "
        "https://www.python.org/downloads/.".format(*sys.version_info[:2])
    )


def check_port(port: int) -> None:
    """Refuse a port that another program holds or that needs an administrator."""
    try:
        taken = is_taken(port)
    except PermissionError:
        raise Trouble(
            "this account may not use port {}; choose a higher one: "
            "'{} start.py --port {}'.".format(port, PYTHON, free_port(DEFAULT_PORT))
        ) from None
    if taken:
        raise Trouble(
            "port {0} is taken, perhaps by Reportedly in another window (then open "
            "http://localhost:{0}); to start another one use '{1} start.py --port {2}'.".format(
                port, PYTHON, free_port(port + 1)
            )
        )


def is_taken(port: int) -> bool:
    """Whether another program listens on this port.

    Raises: PermissionError: if this account may not use the port at all.
    """
    # macOS lets one program bind a port on all addresses while another holds it on one, so ask
    # first. On Windows asking a closed port takes two seconds, and binding is enough.
    if os.name != "nt" and answers(port):
        return True
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if sys.platform == "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # Otherwise a port would look taken for a minute after the last stop.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except PermissionError:
            raise
        except OSError:
            return True
    return False


def answers(port: int) -> bool:
    """Whether something on this machine accepts connections at this port."""
    try:
        with socket.create_connection(("localhost", port), timeout=1):
            return True
    except OSError:
        return False


def free_port(first: int) -> int:
    """The first free port from `first` on; any free one if the next fifty are taken."""
    for port in range(first, min(first + 50, 65536)):
        try:
            if not is_taken(port):
                return port
        except PermissionError:
            continue
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("", 0))
        return int(probe.getsockname()[1])


def lan_address() -> Optional[str]:
    """This machine's address on the local network, or None off any network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # A datagram socket sends nothing on connect; it only picks the way out.
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return None
        address = str(probe.getsockname()[0])
    return None if address.startswith("127.") else address


# --- the environment -------------------------------------------------------------------------


def prepare(folder: Path, tests: bool) -> Path:
    """The Python of a complete environment, made or completed first where needed."""
    environment = folder / ".venv"
    python = python_of(environment)
    parts = probe(python)
    wanted = fingerprint(folder, tests)
    stamp = environment / stamp_name(tests)
    if "streamlit" in parts and "pip" in parts and read_stamp(stamp) == wanted + parts[0]:
        return python
    try:
        if not is_usable(parts):
            make_environment(environment)
            parts = probe(python)
        # Gone before anything is touched, written after everything is there: an installation
        # that was interrupted is never taken for a complete one.
        for name in (stamp_name(True), stamp_name(False)):
            if (environment / name).exists():
                (environment / name).unlink()
        install(python, folder, tests)
        if "streamlit" not in probe(python):
            # pip goes by its own records, and leaves a package alone whose files are gone.
            install(python, folder, tests, "--force-reinstall")
        # The test requirements contain the app's, so they complete both.
        for each in {False, tests}:
            (environment / stamp_name(each)).write_text(fingerprint(folder, each) + parts[0])
    except OSError as error:
        raise Trouble(refusal(error, folder)) from error
    return python


def python_of(environment: Path) -> Path:
    """Where a virtual environment keeps its Python."""
    if os.name == "nt":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def probe(python: Path) -> List[str]:
    """The version of an environment's Python and those of pip and streamlit that it has.

    Returns: Such as `["3.11", "pip", "streamlit"]`; empty if it does not start, as when the
        Python it was made from has gone.
    """
    try:
        # -I: what PYTHONPATH offers is not in the environment.
        told = subprocess.check_output(
            [str(python), "-I", "-c", PROBE],
            stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=30,
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return told.decode("ascii", "replace").split()


def is_usable(parts: Sequence[str]) -> bool:
    """Whether packages can be installed into the environment that `probe` looked at."""
    if "pip" not in parts:
        return False
    return tuple(int(part) for part in parts[0].split(".")) >= OLDEST_PYTHON


def fingerprint(folder: Path, tests: bool) -> str:
    """Stands for the content of the requirements: another content, another fingerprint."""
    names = ["requirements.txt"] + (OF_TESTS if tests else [])
    digest = hashlib.sha256()
    for name in names:
        # Line ends differ between a Windows and a Linux copy of the same file.
        digest.update(b"\0" + (folder / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest() + " "


def stamp_name(tests: bool) -> str:
    return "installed-for-tests.txt" if tests else "installed.txt"


def read_stamp(stamp: Path) -> str:
    """What was installed last, or nothing."""
    try:
        return stamp.read_text()
    except (OSError, UnicodeDecodeError):
        return ""


def make_environment(environment: Path) -> None:
    """Make the environment anew, whatever is in its place.

    Raises:
        Trouble: if this Python cannot.
        OSError: if the folder cannot be written to.
    """
    check_venv_module()
    if environment.is_symlink() or environment.is_file():
        environment.unlink()
    elif environment.exists():
        shutil.rmtree(str(environment))
    environment.mkdir()
    print("Making the environment .venv ...", flush=True)
    # The Python that started this may itself lie in the environment just removed.
    base = getattr(sys, "_base_executable", None) or sys.executable
    code, said = run_logged([base, "-m", "venv", str(environment)], None)
    if code != 0:
        if "ensurepip" in said:
            raise Trouble(no_venv())
        raise Trouble(
            "the virtual environment .venv could not be made; delete that folder and start "
            "again. The last lines were:\n{}".format(last_lines(said))
        )


def install(python: Path, folder: Path, tests: bool, *options: str) -> None:
    """Install the requirements with the environment's pip.

    Raises: Trouble: if pip fails; the message keeps its last lines.
    """
    log = folder / ".venv" / "install.log"
    wanted = folder / ("tests/requirements.txt" if tests else "requirements.txt")
    print("Installing what Reportedly needs, about a minute, once ...", flush=True)
    command = [str(python), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    # Compiling all of it takes a third of the time; most of it is never imported, and what is
    # gets compiled and kept by the first start.
    code, said = run_logged([*command, "--no-compile", *options, "-r", str(wanted)], log)
    if code != 0:
        raise Trouble(
            "{}. The whole log is {}; its last lines are:\n{}".format(
                pip_trouble(said), log, last_lines(said)
            )
        )


def run_logged(command: Sequence[str], log: Optional[Path]) -> Tuple[int, str]:
    """Run a command without input.

    Returns: Its exit code, and all it said, which is also in the file `log`.
    """
    child = subprocess.Popen(
        command,
        env=pip_environment(os.environ),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        said = child.communicate()[0]
    except KeyboardInterrupt:
        end(child, seconds=5)
        raise
    if log is not None:
        log.write_bytes(said)
    return child.returncode, said.decode("utf-8", "replace")


def pip_environment(variables: Mapping[str, str]) -> Dict[str, str]:
    """The environment variables, without those that send packages elsewhere."""
    elsewhere = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PYTHONHOME")
    kept = {name: value for name, value in variables.items() if name not in elsewhere}
    # pip's own five tries keep a person without a network waiting for half a minute.
    kept.setdefault("PIP_RETRIES", "2")
    return kept


def app_environment(variables: Mapping[str, str]) -> Dict[str, str]:
    """The environment variables, without the one that keeps Python from keeping what it compiles.

    Packages are installed uncompiled; with that variable each start would compile them again.
    """
    return {name: value for name, value in variables.items() if name != "PYTHONDONTWRITEBYTECODE"}


def pip_trouble(said: str) -> str:
    """Why an installation failed and what to do, as far as pip's words tell."""
    for pattern, meaning in PIP_TROUBLES:
        if re.search(pattern, said):
            return "the packages could not be installed, because {}, then start again".format(
                meaning
            )
    return (
        "the packages could not be installed; start again, and if it fails again try the newest "
        "Python from https://www.python.org/downloads/"
    )


def last_lines(said: str, count: int = 8) -> str:
    """The end of what a command said, indented."""
    lines = [line.rstrip() for line in said.splitlines() if line.strip()]
    return "\n".join("    " + line for line in lines[-count:])


def refusal(error: OSError, folder: Path) -> str:
    """What the system's refusal to write means and what to do."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            "{} cannot be written to; copy the folder to a place of your own, such as your home "
            "folder or the desktop (and on Windows out of the ZIP file), and start it there."
            "".format(folder)
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
        return "the disk is full; free about 1 GB, then start again."
    return "{}; put that right or delete the folder .venv, then start again.".format(error)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
