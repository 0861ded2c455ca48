// @ts-check
/** Items to put in order: buttons, arrow keys on the handle, or dragging by the handle. */

import { el, icon } from "../dom.js";
import { judged } from "./parts.js";

export function draw(drawing) {
  const { items } = drawing.body;
  const given = items.map((item) => item.id);
  const stored = drawing.payload?.sequence;
  const usable = stored?.length === given.length && given.every((id) => stored.includes(id));
  const sequence = usable ? [...stored] : [...given];
  let moved = sequence.some((id, at) => id !== given[at]);

  const list = el("ol.rc-order", { role: "list" });
  const spokenPlace = el("p.rc-spoken", { "aria-live": "polite" });
  const keep = el(
    "label.rc-keep",
    {},
    el("input", {
      type: "checkbox",
      id: `${drawing.uid}-keep`,
      checked: usable && !moved,
      change: (event) => drawing.changed(event.target.checked ? { sequence: [...sequence] } : null),
    }),
    el("span", { text: "Keep this order" }),
  );

  const rows = new Map(items.map((item) => [item.id, rowOf(item)]));

  function rowOf(item) {
    const { verdict, mark } = judged(drawing, item);
    const step = (way, by) =>
      el(
        "button",
        {
          type: "button",
          class: "rc-step",
          id: `${drawing.uid}-${way}-${item.id}`,
          "aria-label": `Move ${way}: ${item.text}`,
          click: () => move(item.id, sequence.indexOf(item.id) + by),
        },
        icon(way),
      );
    const up = step("up", -1);
    const down = step("down", 1);
    const handle = el(
      "button",
      {
        type: "button",
        class: "rc-handle",
        id: `${drawing.uid}-handle-${item.id}`,
        "aria-describedby": `${drawing.uid}-order-help`,
        keydown: (event) => {
          const here = sequence.indexOf(item.id);
          const places = { ArrowUp: here - 1, ArrowDown: here + 1, Home: 0, End: items.length - 1 };
          if (!(event.key in places)) return;
          event.preventDefault();
          move(item.id, places[event.key]);
        },
      },
      icon("grip"),
    );
    const place = el("span.rc-place");
    const row = el(
      "li.rc-row",
      { "data-verdict": verdict },
      drawing.locked ? null : handle,
      place,
      el("span.rc-row-text", { text: item.text }),
      mark,
      drawing.locked ? null : el("span.rc-steps", {}, up, down),
    );
    dragBy(handle, row, (by) => move(item.id, sequence.indexOf(item.id) + by));
    return { row, place, handle, up, down, text: item.text };
  }

  function move(id, to) {
    const from = sequence.indexOf(id);
    if (to < 0 || to >= sequence.length || to === from) return;
    sequence.splice(to, 0, ...sequence.splice(from, 1));
    // The rows that were passed change place, not the moved one: it keeps focus and the pointer.
    const passed = to > from ? sequence.slice(from, to) : sequence.slice(to + 1, from + 1);
    const nodes = passed.map((one) => rows.get(one).row);
    const { row, text } = rows.get(id);
    if (to > from) row.before(...nodes);
    else row.after(...nodes);
    moved = true;
    label();
    spokenPlace.textContent = `${text}: position ${to + 1} of ${sequence.length}`;
    drawing.changed({ sequence: [...sequence] });
  }

  function label() {
    const last = sequence.length - 1;
    sequence.forEach((id, at) => {
      const { place, handle, up, down, text } = rows.get(id);
      place.textContent = String(at + 1);
      handle.setAttribute("aria-label", `${text}: position ${at + 1} of ${last + 1}`);
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === last));
    });
    keep.hidden = moved || drawing.locked;
  }

  list.append(...sequence.map((id) => rows.get(id).row));
  label();
  const help = "Drag by the handle, use the arrow keys on it, or use the buttons.";
  return el(
    "div",
    {},
    drawing.locked ? null : el("p.rc-help", { id: `${drawing.uid}-order-help`, text: help }),
    list,
    keep,
    spokenPlace,
  );
}

/** Calls `step` with -1 or 1 when the pointer that holds `handle` passes the middle of a neighbour. */
function dragBy(handle, row, step) {
  const middle = (one) => {
    const box = one.getBoundingClientRect();
    return box.top + box.height / 2;
  };
  handle.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    handle.setPointerCapture(event.pointerId);
    row.classList.add("rc-dragged");
  });
  handle.addEventListener("pointermove", (event) => {
    if (!row.classList.contains("rc-dragged")) return;
    const { previousElementSibling: above, nextElementSibling: below } = row;
    if (below && event.clientY > middle(below)) step(1);
    else if (above && event.clientY < middle(above)) step(-1);
  });
  const drop = () => row.classList.remove("rc-dragged");
  handle.addEventListener("lostpointercapture", drop);
}
