"""The seat's and the projector's code as one file each."""

import gzip

import pytest

from reportedly.live.lessons.bundle import CannotBundle, bundle, packed
from tests.live.lessons.classroom import ask


@pytest.mark.parametrize("entry", ["class/seat.js", "class/screen.js"])
def test_one_file_holds_every_module_and_asks_for_no_other(entry):
    text = bundle(entry).decode()
    for module in ("card.js", "dom.js", "kinds/cloze.js", "kinds/parts.js", "class/link.js"):
        assert text.count(f'__modules["{module}"] = ') == 1
    assert "\nimport " not in text
    assert "\nexport " not in text


@pytest.mark.parametrize(
    "line",
    ['import "./b.js";', 'export default 1;', 'export * from "./b.js";', 'import a from "./b.js";',
     'const a = await import("./b.js");'],
)  # fmt: skip
def test_a_form_that_is_not_known_is_refused_with_its_place(tmp_path, line):
    (tmp_path / "b.js").write_text("export const b = 1;\n", "utf-8")
    (tmp_path / "a.js").write_text(f"// first\n{line}\n", "utf-8")
    with pytest.raises(CannotBundle, match=r"a\.js:2"):
        bundle("a.js", tmp_path)


def test_modules_that_import_one_another_are_refused(tmp_path):
    (tmp_path / "a.js").write_text('import { b } from "./b.js";\n', "utf-8")
    (tmp_path / "b.js").write_text('import { a } from "./a.js";\n', "utf-8")
    with pytest.raises(CannotBundle, match="circle"):
        bundle("a.js", tmp_path)


def test_it_is_sent_compressed_and_kept_until_it_changes(running):
    content, version = packed("class/seat.js")
    reply = ask(running, f"/live/seat.js?v={version}")
    assert gzip.decompress(reply.body) == bundle("class/seat.js")
    assert "immutable" in reply.headers["cache-control"]
    assert len(content) < 30_000
    assert ask(running, "/live/seat.js?v=older").headers["cache-control"] == "no-cache"
    assert ask(running, "/live/other.js").status == 404


@pytest.mark.parametrize("path", ["/join", "/join/ABCDEF", "/screen/ABCDEF"])
def test_a_page_may_load_nothing_from_elsewhere(running, path):
    reply = ask(running, path)
    policy = reply.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "http:" not in policy.replace(f"ws://localhost:{running.port}", "")
    assert b'<script type="module" src="/live/' in reply.body
