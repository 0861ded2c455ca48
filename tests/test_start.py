"""start.py: what it tells a person, what it installs and when, how it stops.

The runs use a real virtual environment with a pip and a Streamlit of a few lines, so nothing is
downloaded and nothing of the machine is changed.
"""

import errno
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import venv
from pathlib import Path

import pytest

import start

PROJECT = Path(start.__file__).parent

# Notes what it is asked for, "installs" a Streamlit, or fails as the file pip-fails says.
FAKE_PIP = """
import pathlib, sys
folder = pathlib.Path.cwd()
with (folder / "pip-was-asked.txt").open("a") as log:
    print(*sys.argv[1:], file=log)
fails = folder / "pip-fails.txt"
if fails.exists():
    sys.exit(fails.read_text())
packages = pathlib.Path(__file__).parent.parent
record = packages / "streamlit.dist-info"
if record.exists() and "--force-reinstall" not in sys.argv:
    sys.exit()
record.mkdir(exist_ok=True)
for name, text in {"streamlit": STREAMLIT, "pytest": PYTEST}.items():
    (packages / name).mkdir(exist_ok=True)
    (packages / name / "__init__.py").write_text("")
    (packages / name / "__main__.py").write_text(text)
"""
FAKE_STREAMLIT = """
import http.server, sys, threading
print("streamlit", *sys.argv[1:], "input:", repr(sys.stdin.read()), flush=True)
port = int(sys.argv[sys.argv.index("--server.port") + 1])
server = http.server.HTTPServer(("localhost", port), http.server.BaseHTTPRequestHandler)
try:
    server.serve_forever()
except KeyboardInterrupt:
    print("streamlit stopped")
"""
FAKE_PYTEST = """
import sys
print("pytest", *sys.argv[1:])
sys.exit(3)
"""


@pytest.fixture(scope="session")
def environment(tmp_path_factory) -> Path:
    """A virtual environment whose pip is ours."""
    made = tmp_path_factory.mktemp("environment") / ".venv"
    venv.create(made, with_pip=False, symlinks=os.name != "nt")
    package = packages_of(made) / "pip"
    package.mkdir()
    (package / "__init__.py").write_text("")
    program = f"STREAMLIT = {FAKE_STREAMLIT!r}\nPYTEST = {FAKE_PYTEST!r}\n{FAKE_PIP}"
    (package / "__main__.py").write_text(program)
    return made


@pytest.fixture
def folder(tmp_path, environment) -> Path:
    """A folder as a person has it after the download, with an environment not yet filled."""
    home = tmp_path / "Reportedly copy"  # a space, as in many a path
    (home / "tests").mkdir(parents=True)
    shutil.copy(PROJECT / "start.py", home)
    shutil.copytree(environment, home / ".venv", symlinks=True)
    (home / "app.py").write_text("")
    (home / "requirements.txt").write_text("streamlit\n")
    (home / "requirements-nlp.txt").write_text("spacy\n")
    (home / "tests" / "requirements.txt").write_text(
        "-r ../requirements.txt\n-r ../requirements-nlp.txt\npytest\n"
    )
    return home


def packages_of(environment: Path) -> Path:
    return next(environment.rglob("site-packages"))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "start.py", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=30, check=False
    )


def asked_of_pip(folder: Path) -> list[str]:
    log = folder / "pip-was-asked.txt"
    return log.read_text().splitlines() if log.exists() else []


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


# --- what it refuses, and in which words ---


def test_an_old_python_is_told_which_one_is_needed_and_where_to_get_it():
    with pytest.raises(
        start.Trouble, match=r"needs Python 3\.11 or newer, this is 3\.8\.18; .*/do"
    ):
        start.check_python((3, 8, 18))


def test_python_3_11_and_newer_are_accepted():
    start.check_python((3, 11, 0))
    start.check_python((3, 14, 1))


@pytest.mark.parametrize("lacking", ["venv", "ensurepip"])
def test_a_python_without_virtual_environments_is_told_the_package(lacking):
    with pytest.raises(start.Trouble, match=r"apt install python3\.\d+-venv"):
        start.check_venv_module(find=lambda name: None if name == lacking else name)


def test_a_taken_port_is_named_and_a_free_one_offered(folder):
    with socket.socket() as other:
        other.bind(("localhost", 0))
        other.listen()
        port = other.getsockname()[1]
        done = run(folder, "--port", str(port))
    assert done.returncode == 1
    assert f"port {port} is taken" in done.stderr
    offered = int(done.stderr.rstrip(".\n'").rsplit(" ", 1)[1])
    assert offered != port
    assert not start.is_taken(offered)
    assert asked_of_pip(folder) == []


@pytest.mark.parametrize("port", ["0", "65536", "-1", "eighty", "²"])
def test_what_is_no_port_is_refused(port, capsys):
    with pytest.raises(SystemExit):
        start.read_options(["--port", port])
    assert "is not a port" in capsys.readouterr().err


def test_a_folder_without_the_app_is_told_to_be_downloaded_again(folder):
    (folder / "app.py").unlink()
    done = run(folder)
    assert done.returncode == 1
    assert done.stderr.startswith("start.py: app.py is missing from ")
    assert "Traceback" not in done.stderr


def test_a_folder_that_cannot_be_written_to_is_told_to_be_copied():
    for number in (errno.EACCES, errno.EPERM, errno.EROFS):
        assert "copy the folder" in start.refusal(OSError(number, "no"), Path("here"))
    assert "disk is full" in start.refusal(OSError(errno.ENOSPC, "no"), Path("here"))


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("NewConnectionError: Temporary failure in name resolution", "connect to the internet"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("SSLCertVerificationError CERTIFICATE_VERIFY_FAILED", "certificate is not trusted"),
        ("ERROR: something new", "start again"),
    ],
)
def test_what_pip_says_is_told_in_a_persons_words(said, meaning):
    assert meaning in start.pip_trouble(said)


def test_help_names_both_uses_and_needs_nothing(tmp_path):
    shutil.copy(PROJECT / "start.py", tmp_path)
    done = run(tmp_path, "--help")
    assert done.returncode == 0
    assert all(word in done.stdout for word in ("start.py test", "--port", "--share"))


# --- what it installs, and when ---


def test_requirements_are_installed_once_and_again_only_when_they_changed(folder):
    start_and_stop(folder)
    assert len(asked_of_pip(folder)) == 1
    start_and_stop(folder)
    assert len(asked_of_pip(folder)) == 1
    (folder / "requirements.txt").write_text("streamlit>=2\n")
    start_and_stop(folder)
    assert len(asked_of_pip(folder)) == 2


def test_tests_install_their_requirements_and_give_pytests_code_back(folder):
    done = run(folder, "test", "-k", "two words", "--port")
    assert done.stdout.splitlines()[-1] == "pytest -k two words --port"
    assert done.returncode == 3
    assert asked_of_pip(folder)[0].endswith(str(Path("tests", "requirements.txt")))
    run(folder, "test")
    start_and_stop(folder)  # the test requirements hold the app's
    assert len(asked_of_pip(folder)) == 1


@pytest.mark.parametrize(
    "name", ["requirements.txt", "requirements-nlp.txt", "tests/requirements.txt"]
)
def test_tests_install_again_when_any_of_their_requirements_changed(folder, name):
    run(folder, "test")
    (folder / name).write_text((folder / name).read_text() + "numpy\n")
    run(folder, "test")
    assert len(asked_of_pip(folder)) == 2


def test_a_failed_installation_is_explained_and_repeated(folder):
    fails = folder / "pip-fails.txt"
    fails.write_text("Retrying: Temporary failure in name resolution\nERROR: none found\n")
    for _ in range(2):
        done = run(folder)
        assert done.returncode == 1
        assert "connect to the internet" in done.stderr
        assert str(folder / ".venv" / "install.log") in done.stderr
        assert "    ERROR: none found" in done.stderr
    assert len(asked_of_pip(folder)) == 2
    assert not list((folder / ".venv").glob("installed*"))


def test_a_failed_renewal_does_not_pass_for_the_old_installation(folder):
    run(folder, "test")
    old = (folder / "requirements.txt").read_text()
    (folder / "requirements.txt").write_text("streamlit>=2\n")
    (folder / "pip-fails.txt").write_text("ERROR")
    assert run(folder, "test").returncode == 1
    (folder / "pip-fails.txt").unlink()
    (folder / "requirements.txt").write_text(old)
    assert run(folder, "test").returncode == 3
    assert len(asked_of_pip(folder)) == 3


def test_the_fingerprint_is_the_same_for_both_kinds_of_line_ends(folder):
    before = start.fingerprint(folder, tests=True)
    (folder / "requirements.txt").write_bytes(b"streamlit\r\n")
    assert start.fingerprint(folder, tests=True) == before
    (folder / "tests" / "requirements.txt").write_text("pytest<10\n")
    assert start.fingerprint(folder, tests=True) != before


def test_an_environment_whose_python_is_gone_is_found_out(folder):
    python = start.python_of(folder / ".venv")
    assert start.is_usable(start.probe(python))
    python.unlink()
    if os.name != "nt":
        python.symlink_to(folder / "gone")
    assert start.probe(python) == []
    assert not start.is_usable([])


def test_an_environment_left_half_made_or_too_old_is_not_used():
    assert not start.is_usable(["3.11"])
    assert not start.is_usable(["3.9", "pip", "streamlit"])
    assert start.is_usable(["3.12", "pip"])


def test_packages_that_were_deleted_are_installed_again(folder):
    start_and_stop(folder)
    shutil.rmtree(packages_of(folder / ".venv") / "streamlit")
    start_and_stop(folder)
    assert ["--force-reinstall" in asked for asked in asked_of_pip(folder)] == [False, False, True]


def test_settings_that_send_packages_elsewhere_are_left_out():
    kept = start.pip_environment({"PIP_USER": "1", "PIP_INDEX_URL": "https://here"})
    assert kept == {"PIP_INDEX_URL": "https://here", "PIP_RETRIES": "2"}


def test_what_python_compiles_is_kept_whatever_the_surroundings_say():
    kept = start.app_environment({"PYTHONDONTWRITEBYTECODE": "1", "HOME": "/home/ada"})
    assert kept == {"HOME": "/home/ada"}


# --- how it runs and stops ---


def start_and_stop(folder: Path, *options: str, by: int = signal.SIGTERM) -> str:
    """Start the app, wait for its address, stop it; what was printed."""
    port = a_free_port()
    command = [sys.executable, "start.py", "--port", str(port), *options]
    app = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    try:
        printed = ""
        while "Ctrl-C stops it" not in printed:
            line = app.stdout.readline()
            assert line, printed
            printed += line
        if by == signal.SIGINT:
            os.killpg(app.pid, by)  # as a terminal does: to all that run in it
        else:
            app.send_signal(by)
        printed += app.stdout.read()
        app.wait(timeout=10)
        assert_closed(port)
        return printed + f"code {app.returncode}"
    finally:
        app.kill()
        app.stdout.close()
        app.wait()


def assert_closed(port: int) -> None:
    for _ in range(20):
        if not start.answers(port):
            return
        time.sleep(0.05)
    pytest.fail(f"something still answers at port {port}")


needs_posix = pytest.mark.skipif(os.name == "nt", reason="signals differ on Windows")


@needs_posix
def test_the_address_is_printed_once_the_app_answers_and_ctrl_c_stops_it_quietly(folder):
    printed = start_and_stop(folder, by=signal.SIGINT)
    assert "Reportedly runs at http://localhost:" in printed
    assert "--server.address localhost" in printed
    assert "input: ''" in printed  # nothing can wait for an answer
    assert "streamlit stopped" in printed
    assert "Traceback" not in printed
    assert printed.endswith("Reportedly has stopped. What was answered is stored.\ncode 0")


@needs_posix
def test_sharing_opens_the_app_to_the_network(folder):
    printed = start_and_stop(folder, "--share")
    assert "--server.address 0.0.0.0" in printed
    assert "network" in printed.splitlines()[-2]


def test_the_greeting_gives_the_address_for_others_only_when_shared():
    assert start.greeting(8501, False, None).count("http") == 1
    assert "http://192.168.1.5:8501" in start.greeting(8501, True, "192.168.1.5")
    assert "on no network" in start.greeting(8501, True, None)
