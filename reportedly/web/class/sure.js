// @ts-check
/** How sure a class was, for its host. */

import { el } from "../dom.js";

/** How sure learners were and whether they were right; small numbers are withheld. */
export function drawSureness(rows) {
  const cell = (count) => el("td", { text: count === null ? "not shown" : String(count) });
  const heads = ["How sure", "Right", "Not right"].map((text) => el("th", { scope: "col", text }));
  const lines = rows.map((row) =>
    el("tr", {}, el("th", { scope: "row", text: row.certainty }), cell(row.right), cell(row.not_right)),
  );
  const caption = el("caption", { text: "How sure they were. Numbers below 5 are not shown, nor one that would give them away." });
  return el("table", {}, caption, el("thead", {}, el("tr", {}, ...heads)), el("tbody", {}, ...lines));
}
