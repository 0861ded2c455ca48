"""What axe-core has to say about a page, shadow roots included."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

# Colours are those of a scheme at any width, and places those of a width in any scheme: each
# scheme and each width once will do.
LOOKS = [("light", 1280), ("dark", 390)]

# Streamlit's own markup that no setting changes, each with its reason.
EXCEPTIONS: dict[str, tuple[str, ...]] = {}

_SCRIPT = Axe().axe_script
_RUN = """part => axe.run(part ?? document, {resultTypes: ["violations"]})"""


def faults(page: Page, card: Locator | None = None) -> list[str]:
    """Serious and critical violations in the present look, one line for each element."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(_SCRIPT)
    found: list[str] = []
    ran = card.evaluate(_RUN) if card else page.evaluate(_RUN)
    for violation in ran["violations"]:
        if violation["impact"] in ("serious", "critical"):
            found.extend(_lines(violation))
    return found


def faults_in_every_look(page: Page, card: Locator | None = None) -> list[str]:
    """The same in light and wide, then dark and narrow, of the whole page or of a card in it."""
    return [fault for look in LOOKS for fault in faults_in(look, page, card)]


def faults_in(look: tuple[str, int], page: Page, card: Locator | None = None) -> list[str]:
    """The same in one look, which the page then keeps."""
    scheme, width = look
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.set_viewport_size({"width": width, "height": 900})
    settle(page, scheme)
    return [f"{scheme} {width}: {fault}" for fault in faults(page, card)]


def settle(page: Page, scheme: str) -> None:
    """Waits until the page has taken on a colour scheme and nothing fades any more."""
    page.wait_for_function(
        """scheme => {
          const colour = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
          const light = Number(colour.match(/[\\d.]+/)[0]) > 127;
          return light === (scheme === "light")
            && document.getAnimations().every((one) => one.playState !== "running");
        }""",
        arg=scheme,
    )


def _lines(violation: dict[str, Any]) -> list[str]:
    excepted = EXCEPTIONS.get(violation["id"], ())
    return [
        f"{violation['id']} ({violation['impact']}) {_target(node)}: "
        f"{node['failureSummary']} {node['html'][:300]}"
        for node in violation["nodes"]
        if not any(part in _target(node) for part in excepted)
    ]


def _target(node: dict[str, Any]) -> str:
    return " ".join(
        " >>> ".join(part) if isinstance(part, list) else str(part) for part in node["target"]
    )
