// @ts-check
/** A free answer; once it is stored, the learner judges it by a rubric beside a model answer. */

import { el } from "../dom.js";
import { option, typing } from "./parts.js";

export function draw(drawing) {
  const { rubric, model_html: model } = drawing.body;
  if (!rubric) {
    return typing(drawing, { lines: 5, payload: (typed) => ({ typed, level: null }) });
  }

  const typed = drawing.payload?.typed ?? "";
  const levels = rubric.map((level) => {
    const points = level.points === "1" ? "1 point" : `${level.points} points`;
    const row = option({
      type: "radio",
      name: `${drawing.uid}-level`,
      id: `${drawing.uid}-level-${level.id}`,
      text: level.text,
      checked: drawing.payload?.level === level.id,
      change: () => drawing.changed({ typed, level: level.id }),
    });
    row.append(el("span.rc-points", { text: points }));
    const example = level.example_html
      ? el(
          "details.rc-example",
          {},
          el("summary", { text: `An answer worth ${points}` }),
          el("div.rc-prose", { html: level.example_html }),
        )
      : null;
    return el("div", {}, row, example);
  });
  const titled = (title, node) =>
    el("div.rc-written", {}, el("h2.rc-label", { text: title }), node);
  return el(
    "div.rc-open",
    {},
    titled("Your answer", el("p.rc-own", { text: typed })),
    model ? titled("A model answer", el("div.rc-prose", { html: model })) : null,
    el(
      "fieldset.rc-levels",
      {},
      el("legend.rc-label", { text: "Which describes your answer best?" }),
      el("div.rc-options", {}, ...levels),
    ),
  );
}

/** With the rubric in view, an answer counts once a level is chosen. */
export const isAnswered = (body, payload) =>
  Boolean(payload) && (!body.rubric || payload.level !== null);
