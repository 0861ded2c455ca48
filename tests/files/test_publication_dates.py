import pytest

from reportedly.authoring.extraction.article import Refused
from reportedly.files.stories.publication_dates import publication_dates

FILES = ["report.txt", "wire.html"]


def test_an_article_is_named_by_its_file_its_stem_or_its_letter():
    assert publication_dates(["report.txt=2015-11-20"], FILES) == ["2015-11-20", None]
    assert publication_dates(["wire=2015-11-20"], FILES) == [None, "2015-11-20"]
    assert publication_dates(["b=2015-11-20", "a=unknown"], FILES) == ["unknown", "2015-11-20"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("2015-11-20", "is not understood"),
        ("c=2015-11-20", 'no article is called "c"'),
        ("a=20 November", '"20 November" is no day'),
        ("a=2015-02-30", "is no day"),
    ],
)
def test_what_names_no_article_or_no_day_is_refused(entry, found):
    with pytest.raises(Refused, match=found):
        publication_dates([entry], FILES)
