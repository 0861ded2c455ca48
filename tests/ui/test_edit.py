"""The editor of a bank opens no file but a bank, and says why one cannot be opened."""

import pytest

from tests.ui.conftest import SHELF

BANK = (SHELF / "quizzes" / "two-questions.yaml").read_text("utf-8")


@pytest.fixture
def shelf():
    return (SHELF,)


def refused(page) -> str:
    """Why the page has opened nothing, in its own words."""
    assert not page.exception
    assert [title.value for title in page.title] == ["This bank cannot be edited"]
    return "\n".join(part.value for part in page.markdown)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"# much\n" * 800_000, "The file is larger than 5 MB; split it into several banks."),
        (BANK.replace("Two", "Zwölf").encode("latin-1"), "The file is not saved as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why(as_ann, installation, content, sentence):
    path = installation / "quizzes" / "its-text.yaml"
    path.write_bytes(content)
    assert sentence in refused(as_ann("edit", bank="its-text"))
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", ["../x", "..%2Fx", "/etc/passwd", "con", "a b", "", "nowhere"])
def test_a_bank_with_a_name_that_none_can_have_is_not_opened(as_ann, installation, name):
    (installation / "x.yaml").write_text("secret", "utf-8")
    assert "secret" not in refused(as_ann("edit", bank=name))
