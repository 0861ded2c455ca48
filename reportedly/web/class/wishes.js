// @ts-check
/** What a learner can wish for: more time, and to be left out of the standings. */

import { el } from "../dom.js";

const TIMES = [
  ["1", "As everybody"],
  ["1.5", "Half as much again"],
  ["2", "Twice as much"],
  ["10", "Ten times as much"],
  ["none", "No limit"],
];

/** @param {(wish: {time: string}) => void} tell */
export function drawTimes(tell) {
  const pick = (event) => tell({ time: event.target.value });
  const choices = TIMES.map(([value, text]) => el("option", { value, text }));
  return el(
    "details.times",
    { hidden: true },
    el("summary", { text: "More time for me" }),
    el(
      "label",
      {},
      "Time to answer, where there is a timer. Only you see this; it changes no points. ",
      el("select", { change: pick }, ...choices),
    ),
  );
}

/** @param {(wish: {unlisted: boolean}) => void} tell */
export function drawListed(tell) {
  const change = (event) => tell({ unlisted: event.target.checked });
  const box = el("input", { type: "checkbox", change });
  const label = el("label", {}, box, " Leave my name out of the standings on the screen");
  return el("p.listed", { hidden: true }, label);
}
