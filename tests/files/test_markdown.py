"""Markdown of authors on learners' pages."""

import pytest

from reportedly.files.markdown import to_html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b** `c`", "<em>a</em> <strong>b</strong> <code>c</code>"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<b onclick=x>y</b>", "&lt;b onclick=x&gt;y&lt;/b&gt;"),
        (
            "[x](https://example.org/a?b=1)",
            '<a href="https://example.org/a?b=1" rel="noopener noreferrer">x</a>',
        ),
        ("# no heading", "# no heading"),
    ],
)
def test_only_inline_marks_become_html(text, html):
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    ["[x](javascript:alert(1))", "[x](data:text/html,a)", "![x](https://example.org/a.png)"],
)
def test_nothing_that_runs_or_loads_is_let_through(text):
    assert not any(sign in to_html(text) for sign in ('href="j', 'href="d', "<img"))
