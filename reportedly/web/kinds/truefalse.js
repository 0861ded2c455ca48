// @ts-check
/** True, false or not stated: short answers, side by side where there is room. */

import { options } from "./parts.js";

export function draw(drawing) {
  const rows = options(drawing, "radio");
  rows.classList.add("rc-options-short");
  return rows;
}
