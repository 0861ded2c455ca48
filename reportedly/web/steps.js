// @ts-check
/** The row of all questions under the card: where the learner is, and the way back to any of them. */

import { el, icon, spoken } from "./dom.js";

/**
 * @param {{number: number, answered: boolean, current: boolean}[]} steps
 * @param {string | null} stop label of the button that ends early; none when null
 * @param {(action: string, number?: number) => void} press
 * @returns {HTMLElement | string}
 */
export function drawSteps(steps, stop, press) {
  if (!steps?.length) return "";
  const rows = steps.map(({ number, answered, current }) =>
    el(
      "li",
      {},
      el(
        "button.rc-step",
        {
          type: "button",
          "aria-current": current ? "step" : null,
          "data-answered": answered ? "" : null,
          click: () => press("go-to", number),
        },
        spoken("Question "),
        String(number),
        answered ? icon("right") : null,
        answered ? spoken(", answered") : null,
      ),
    ),
  );
  return el(
    "nav.rc-all",
    { "aria-label": "All questions" },
    el("ol.rc-numbers", { role: "list" }, ...rows),
    stop ? el("button.rc-stop", { type: "button", text: stop, click: () => press("stop") }) : null,
  );
}
