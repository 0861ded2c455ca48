// @ts-check
/** Words to mark in a passage: toggles in running text. */

import { el, icon } from "../dom.js";
import { badge, verdictOf } from "./parts.js";

export function draw(drawing) {
  const chosen = new Set(drawing.payload?.chosen ?? []);
  const paragraphs = drawing.body.paragraphs;
  const ids = paragraphs.flatMap((paragraph) =>
    paragraph.pieces.filter((piece) => piece.id !== undefined).map((piece) => piece.id),
  );

  const toggleOf = (piece) => {
    const verdict = verdictOf(drawing, piece, chosen.has(piece.id));
    const press = () => {
      if (drawing.locked) return;
      if (!chosen.delete(piece.id)) chosen.add(piece.id);
      toggle.setAttribute("aria-pressed", String(chosen.has(piece.id)));
      const kept = ids.filter((id) => chosen.has(id));
      drawing.changed(kept.length ? { chosen: kept } : null);
    };
    // A <button> is laid out as one unbreakable box; only a span wraps with the sentence it is in.
    const toggle = el(
      "span.rc-toggle",
      {
        role: "button",
        id: `${drawing.uid}-piece-${piece.id}`,
        tabindex: drawing.locked ? null : "0",
        "aria-pressed": String(chosen.has(piece.id)),
        "aria-disabled": drawing.locked ? "true" : null,
        "data-verdict": verdict,
        click: press,
        keydown: (event) => {
          if (event.key !== "Enter" && event.key !== " ") return;
          event.preventDefault();
          press();
        },
      },
      badge(verdict) ?? icon("box"),
      piece.text,
    );
    return toggle;
  };

  const rows = paragraphs.map((paragraph) =>
    el(
      "div.rc-paragraph",
      { "data-role": paragraph.role },
      el("span", { class: "rc-label rc-at", text: paragraph.label }),
      el(
        "p",
        {},
        ...paragraph.pieces.map((piece) => (piece.id === undefined ? piece.text : toggleOf(piece))),
      ),
    ),
  );
  return el("div.rc-passage", {}, ...rows);
}
