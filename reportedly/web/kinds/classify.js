// @ts-check
/** A class for each item, from the same few, chosen with radio buttons. */

import { el } from "../dom.js";
import { judged, pills, placing } from "./parts.js";

export function draw(drawing) {
  const { items, choices } = drawing.body;
  const { placed, place } = placing(drawing);

  const groups = items.map((item) => {
    const name = `${drawing.uid}-item-${item.id}`;
    const { verdict, mark } = judged(drawing, item);
    return el(
      "fieldset.rc-group",
      { "data-verdict": verdict },
      el("legend.rc-group-item", {}, item.text, mark),
      pills(name, choices, placed[item.id], (choice) => place(item.id, choice)),
    );
  });
  return el("div.rc-groups", {}, ...groups);
}
