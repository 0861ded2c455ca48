// @ts-check
/** What several kinds share: option rows, selects, text fields, and the marks after answering. */

import { el, icon, spoken } from "../dom.js";

/**
 * @typedef {object} Drawing what a kind is given to draw its answer area
 * @property {any} body
 * @property {any} payload what is chosen so far, or null
 * @property {boolean} locked
 * @property {string} uid begins every element id, so that two cards can share a page
 * @property {any} explanation
 * @property {(payload: any) => void} changed
 */

/** @typedef {"right" | "wrong" | "missed" | "left"} Verdict */

/** @type {Record<string, string>} */
const SPOKEN = {
  right: "your answer, right answer",
  wrong: "your answer, not right",
  missed: "right answer",
};

/**
 * How an option or item was judged, or null before answering. Parts are found by id where they
 * have one, else by text; of two with the same text, `chosen` tells which is meant.
 *
 * @returns {Verdict | null}
 */
export function verdictOf(drawing, item, chosen) {
  const parts = drawing.explanation?.parts ?? [];
  const wasChosen = (part) => ["right", "wrong"].includes(part.verdict);
  const part =
    parts.find((one) => one.id === item.id) ??
    parts.find(
      (one) => one.text === item.text && (chosen === undefined || wasChosen(one) === chosen),
    );
  return part?.verdict ?? null;
}

/** The icon and the spoken words for a verdict; nothing for what was rightly left alone. */
export function badge(verdict, words = SPOKEN) {
  if (!verdict || !words[verdict]) return null;
  return el("span.rc-badge", {}, icon(verdict), spoken(` (${words[verdict]})`));
}

/** The same for an item that took a choice: there, missed means left open. */
export function judged(drawing, item) {
  const found = verdictOf(drawing, item);
  const verdict = found === "missed" ? "partly" : found;
  return {
    verdict,
    mark: badge(verdict, { right: "right", wrong: "not right", partly: "left open" }),
  };
}

/** A radio button or checkbox with its label, drawn as a full-width row or as a pill. */
export function option({
  look = "option",
  text,
  verdict = /** @type {Verdict | null} */ (null),
  ...input
}) {
  return el(
    `label.rc-${look}`,
    { "data-verdict": verdict },
    el("input", input),
    el("span.rc-option-text", { text }),
    badge(verdict),
  );
}

/** A few short choices of which one can be taken. */
export function pills(name, choices, value, pick) {
  const drawn = choices.map(({ id, text }) => {
    const change = () => pick(id);
    const checked = id === value;
    return option({
      look: "pill",
      type: "radio",
      name,
      id: `${name}-${id}`,
      text,
      checked,
      change,
    });
  });
  return el("div.rc-pills", {}, ...drawn);
}

/** Options of which one (`type` radio) or any number (checkbox) are chosen. */
export function options(drawing, type) {
  const chosen = new Set(drawing.payload?.chosen ?? []);
  const all = drawing.body.options;
  const rows = all.map((one) => {
    const change = (event) => {
      if (type === "radio") chosen.clear();
      if (event.target.checked) chosen.add(one.id);
      else chosen.delete(one.id);
      const kept = all.map(({ id }) => id).filter((id) => chosen.has(id));
      drawing.changed(kept.length ? { chosen: kept } : null);
    };
    const checked = chosen.has(one.id);
    const verdict = verdictOf(drawing, one, checked);
    const name = `${drawing.uid}-option`;
    return option({
      type,
      name,
      id: `${name}-${one.id}`,
      text: one.text,
      checked,
      verdict,
      change,
    });
  });
  return el("div.rc-options", {}, ...rows);
}

/** Keeps which choice was placed on which item, and tells the card. */
export function placing(drawing) {
  const placed = { ...drawing.payload?.placed };
  return {
    placed,
    place(item, choice) {
      if (choice) placed[item] = choice;
      else delete placed[item];
      drawing.changed(Object.keys(placed).length ? { placed: { ...placed } } : null);
    },
  };
}

/** A native select that begins with "Choose ...". */
export function select({ id, label = null, choices, value, pick }) {
  const rows = [{ id: "", text: "Choose ..." }, ...choices].map((choice) =>
    el("option", { value: choice.id, text: choice.text, selected: choice.id === (value ?? "") }),
  );
  const change = (event) => pick(event.target.value);
  return el("select", { id, class: "rc-select", "aria-label": label, change }, ...rows);
}

/** A labelled field to type in. Blank counts as no answer; `payload` makes one from the text. */
export function typing(drawing, settings = {}) {
  const { lines = 1, inputmode = "text", unit = null, payload = (typed) => ({ typed }) } = settings;
  const id = `${drawing.uid}-typed`;
  const unitId = unit ? `${id}-unit` : "";
  const typed = drawing.payload?.typed ?? "";
  const shared = {
    id,
    "data-typed": true,
    "aria-describedby": `${drawing.uid}-alert ${unitId}`.trim(),
    autocomplete: "off",
    input: (event) => {
      const text = event.target.value;
      drawing.changed(text.trim() ? payload(text) : null);
    },
  };
  const field =
    lines > 1
      ? el("textarea", { ...shared, class: "rc-field", rows: lines, text: typed })
      : el("input", { ...shared, class: "rc-field", type: "text", inputmode, value: typed });
  const verdict = drawing.explanation?.verdict ?? null;
  const words = { right: "right", partly: "partly right", wrong: "not right" };
  return el(
    "div",
    {},
    el("label.rc-label", { for: id, text: "Your answer" }),
    el(
      "div.rc-typing-row",
      { "data-verdict": verdict },
      field,
      unit ? el("span.rc-unit", { id: unitId, text: unit }) : null,
      badge(verdict, words),
    ),
  );
}
