"""The sign-in page as HTML: plain, without scripts, in the look of the app."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from reportedly.credentials import LONGEST, SHORTEST

LONGEST_NAME = 60


@dataclass(frozen=True)
class Said:
    """What the page answers to the form that was sent.

    Attributes:
        sentence: What happened.
        field: The field it is about, which then has the focus; "" for none.
        is_good: Whether it is done, or something stood in the way.
    """

    sentence: str
    field: str = ""
    is_good: bool = False


def signed_out(said: Said | None, *, name: str = "", next_page: str = "") -> str:
    """The page for somebody who is not signed in.

    Args:
        said: What to tell them first.
        name: What they gave as their name before.
        next_page: Where they wanted to go.
    """
    focus = said.field if said else ""
    return _page(
        "Sign in",
        f"""
<p>For instructors. Learners need no account and no passphrase.</p>
{_told(said)}
<form method="post" action="/sign-in">
  <input type="hidden" name="next" value="{escape(next_page)}">
  {_field("name", "Your name", "Stands beside the changes you make.", value=name, focus=focus)}
  {_field("passphrase", "Passphrase", "The first start of the app printed it.", focus=focus)}
  <button type="submit">Sign in</button>
</form>
<p class="fine">The sign-in ends after 12 hours. Passphrase lost? Whoever runs the app makes a new
one with <code>python -m reportedly passphrase</code>.</p>""",
    )


def signed_in(said: Said | None, *, name: str, hours: int) -> str:
    """The page for an instructor: who they are, signing out, another passphrase.

    Args:
        said: What to tell them first.
        name: Theirs.
        hours: In how many hours the sign-in ends by itself, rounded up.
    """
    focus = said.field if said else ""
    most = "1 hour" if hours == 1 else f"{hours} hours"
    length = f"{SHORTEST} to {LONGEST} characters; four or five words are good."
    return _page(
        "You are signed in",
        f"""
<p>As <strong>{escape(name)}</strong>, for at most {most} more.
<a href="/desk">Open the desk</a></p>
{_told(said)}
<form method="post" action="/sign-out"><button type="submit">Sign out</button></form>
<section aria-labelledby="another">
<h2 id="another">Change the passphrase</h2>
<p>All instructors share it. Everybody who is signed in elsewhere has to sign in again.</p>
<form method="post" action="/passphrase">
  {_field("passphrase", "The passphrase until now", focus=focus)}
  {_field("new", "The new passphrase", length, focus=focus)}
  {_field("again", "The same again", focus=focus)}
  <button type="submit" class="plain">Change the passphrase</button>
</form>
</section>
<section aria-labelledby="everywhere">
<h2 id="everywhere">Sign out everywhere</h2>
<p>Ends the sign-in of every instructor on every device, this one too.</p>
<form method="post" action="/sign-out">
  <input type="hidden" name="everywhere" value="yes">
  <button type="submit" class="plain">Sign out everywhere</button>
</form>
</section>""",
    )


def only_told(title: str, said: Said) -> str:
    """A page with nothing to do but to go back."""
    return _page(title, f'{_told(said)}<p><a href="/sign-in">Back to the sign-in page</a></p>')


def _told(said: Said | None) -> str:
    if said is None:
        return ""
    role, kind = ("status", "good") if said.is_good else ("alert", "bad")
    return f'<p id="told" class="told {kind}" role="{role}">{escape(said.sentence)}</p>'


def _field(name: str, label: str, hint: str = "", *, value: str = "", focus: str = "") -> str:
    described = [f"{name}-hint"] if hint else []
    if focus == name:
        described.append("told")
    attributes = {
        "id": name,
        "name": name,
        "type": "text" if name == "name" else "password",
        "autocomplete": {"name": "name", "passphrase": "current-password"}.get(
            name, "new-password"
        ),
        "maxlength": str(LONGEST_NAME if name == "name" else LONGEST),
        "aria-describedby": " ".join(described),
        "aria-invalid": "true" if focus == name else "",
        "value": value,
    }
    written = " ".join(f'{key}="{escape(text)}"' for key, text in attributes.items() if text)
    told = f'<span class="fine" id="{name}-hint">{escape(hint)}</span>' if hint else ""
    return (
        f'<div class="field"><label for="{name}">{escape(label)}</label>{told}'
        f"<input {written} required{' autofocus' if focus == name else ''}></div>"
    )


def _page(title: str, body: str) -> str:
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>{escape(title)} - Reportedly</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/sign-in.css">
</head>
<body>
<main>
<p class="brand"><a href="/">Reportedly</a></p>
<h1>{escape(title)}</h1>
{body}
</main>
</body>
</html>
"""
