"""A page to print: its frame, what stands at the head and foot of each sheet, and a button."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Running:
    """What stands on every sheet of paper, so that a loose one finds its way back.

    Attributes:
        head: At the top, from the second sheet on.
        foot: At the bottom, beside the number of the sheet.
    """

    head: str
    foot: str


def document(
    title: str, body: str, running: Running, *, tools: str = "", large: bool = False
) -> str:
    """A whole HTML page.

    Args:
        title: The name of the page, and of the file when it is saved as one.
        body: Its content, HTML.
        running: What stands on every sheet.
        tools: HTML above the page on the screen, which is not printed.
        large: Whether the letters are half as large again.
    """
    return f"""<!doctype html>
<html lang="en"{' class="large"' if large else ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light">
<title>{escape(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/print.css">
<style>
@page {{
  @top-left {{ content: {css_string(running.head)}; }}
  @bottom-left {{ content: {css_string(running.foot)}; }}
}}
@page :first {{ @top-left {{ content: none; }} }}
</style>
<script type="module" src="/assets/print.js"></script>
</head>
<body>
<header class="tools">{tools}</header>
<main>
{body}
</main>
</body>
</html>
"""


def css_string(text: str) -> str:
    """The text as a string of a style sheet, in which nothing ends it early."""
    safe = "".join(c if c.isalnum() or c in " .,-·" else f"\\{ord(c):x} " for c in text)
    return f'"{safe}"'
