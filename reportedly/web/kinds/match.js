// @ts-check
/** A choice for each item, from one list; a choice may be used more than once. */

import { el } from "../dom.js";
import { judged, placing, select } from "./parts.js";

/** A select on a narrow screen cuts a text of about this many characters. */
const CUT = 34;

export function draw(drawing) {
  const { items, choices } = drawing.body;
  const { placed, place } = placing(drawing);
  const textOf = (id) => choices.find((choice) => choice.id === id)?.text ?? "";

  const rows = items.map((item) => {
    const id = `${drawing.uid}-item-${item.id}`;
    const { verdict, mark } = judged(drawing, item);
    // What a narrow select cuts off is repeated in full; screen readers have it already.
    const whole = el("p.rc-whole", { "aria-hidden": "true" });
    const showWhole = () => {
      const text = textOf(placed[item.id]);
      whole.textContent = text.length > CUT ? text : "";
    };
    showWhole();
    const pick = (choice) => {
      place(item.id, choice);
      showWhole();
    };
    return el(
      "li.rc-pair",
      { "data-verdict": verdict },
      el("label.rc-pair-item", { for: id, text: item.text }),
      el("div.rc-pair-choice", {}, select({ id, choices, value: placed[item.id], pick }), mark),
      whole,
    );
  });
  return el("ul.rc-pairs", { role: "list" }, ...rows);
}
