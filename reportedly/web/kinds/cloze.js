// @ts-check
/** Gaps in running text, each filled from its own list. */

import { el } from "../dom.js";
import { judged, placing, select } from "./parts.js";

export function draw(drawing) {
  const { placed, place } = placing(drawing);
  const texts = drawing.body.pieces.map(({ text }) => text ?? "");
  const pieces = drawing.body.pieces.map((piece, at) => {
    if (piece.gap === undefined) return texts[at];
    // What ends a clause stays with its gap, and never begins a line.
    const [closing] = /^[.,;:!?…)\]”’"']*/.exec(texts[at + 1] ?? "") ?? [""];
    if (closing) texts[at + 1] = texts[at + 1].slice(closing.length);
    const { verdict, mark } = judged(drawing, { id: piece.gap, text: piece.name });
    return el(
      "span.rc-gap",
      { "data-verdict": verdict },
      select({
        id: `${drawing.uid}-gap-${piece.gap}`,
        label: piece.name,
        choices: piece.choices,
        value: placed[piece.gap],
        pick: (choice) => place(piece.gap, choice),
      }),
      mark,
      closing ? el("span.rc-closing", { text: closing }) : null,
    );
  });
  return el("p.rc-cloze", {}, ...pieces);
}
