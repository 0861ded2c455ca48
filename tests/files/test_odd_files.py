"""Files and folders that are no banks: each is told in a sentence, and none is waited for."""

import os
from pathlib import Path

import pytest

from reportedly.files.banks.bank_file import read_bank
from reportedly.files.checking import check
from reportedly.files.reading.source import LARGEST

BANK = (Path(__file__).parents[1] / "banks" / "good" / "short-forms.yaml").read_text("utf-8")


def told(path):
    (report,) = read_bank(path, name="x.yaml").faults
    assert (report.line, report.column, report.severity) == (1, 1, "error")
    return f"{report.message}; {report.help}"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "x.yaml")
    assert told(tmp_path / "x.yaml") == "this is a pipe or a device, not a file; name a file"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no such device")
def test_a_device_without_an_end_is_not_read(tmp_path):
    (tmp_path / "x.yaml").symlink_to("/dev/zero")
    assert told(tmp_path / "x.yaml").startswith("this is a pipe or a device")


def test_a_link_to_nowhere_is_no_file(tmp_path):
    (tmp_path / "x.yaml").symlink_to("nowhere")
    assert told(tmp_path / "x.yaml") == "there is no such file; check the name and the folder"


def test_one_byte_too_many_is_too_many(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(b"#" * (LARGEST + 1))
    assert told(path) == "the file is larger than 5 MB; split it into several"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_file_of_wide_characters_is_told_its_encoding_and_nothing_else(tmp_path, encoding):
    path = tmp_path / "x.yaml"
    path.write_bytes(BANK.encode(encoding))
    kind = encoding.upper()[:6]
    assert told(path).startswith(f"the file is not saved as UTF-8, but as {kind}; save it again")


def test_a_file_of_nothing_but_zeros_is_told_once(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_bytes(bytes(100))
    assert told(path).startswith("the file holds no text, only control characters")


def test_a_folder_that_links_to_itself_is_checked_once(tmp_path):
    (tmp_path / "x.yaml").write_text("", "utf-8")
    for name in ("again", "and-again"):
        (tmp_path / name).symlink_to(tmp_path, target_is_directory=True)
    (report,) = check([tmp_path], tmp_path)
    assert report.message == "the file is empty"


def test_a_bank_with_another_ending_is_checked_and_told_the_one_it_needs(tmp_path):
    (tmp_path / "x.yml").write_text("bank: X", "utf-8")
    first, *rest = check([tmp_path], tmp_path)
    assert first.message == 'the name ends in ".yml", where a bank ends in ".yaml"'
    assert first.help == "rename the file to x.yaml; the app opens no other banks"
    assert {report.message for report in rest} >= {'the field "story" is missing'}


@pytest.mark.parametrize("end", ["...\n", "...\n# the end\n"])
def test_three_points_may_end_a_bank(end):
    assert read_bank(BANK + end).faults == ()


def test_a_line_for_yaml_itself_may_begin_a_bank():
    assert read_bank(f"%YAML 1.2\n---\n{BANK}").faults == ()
