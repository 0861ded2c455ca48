// @ts-check
/** Gaps in running text, each filled from its own list. */

import { el } from "../dom.js";
import { judged, placing, select } from "./parts.js";

export function draw(drawing) {
  const { placed, place } = placing(drawing);
  const pieces = drawing.body.pieces.map((piece) => {
    if (piece.gap === undefined) return piece.text;
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
    );
  });
  return el("p.rc-cloze", {}, ...pieces);
}
