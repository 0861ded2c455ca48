// @ts-check
/** A learner's own result at the end. */

import { el, icon } from "../dom.js";

/** @param {() => void} again begins another try */
export function drawResult(cls, me, again) {
  const { result } = me;
  const unit = result.possible_text === "1" ? "point" : "points";
  const points = `${result.points_text} of ${result.possible_text} ${unit}`;
  const cost = result.left_out === 1 ? "it costs nothing" : "they cost nothing";
  const left = result.left_out ? ` ${result.left_out} not answered: ${cost}.` : "";
  const voided = result.voided ? ` ${result.voided} taken out of the count.` : "";
  return el(
    "section.result",
    {},
    el("h1", { text: cls.title }),
    el("p.big", { text: result.questions.length ? points : "You answered no question." }),
    result.speed_text ? el("p", { text: `For speed: ${result.speed_text} more.` }) : null,
    el("p", { text: `${left}${voided}`.trim() }),
    el(
      "ol.lines",
      {},
      ...result.questions.map((line) =>
        el(
          "li",
          { "data-verdict": line.verdict, value: String(line.number) },
          icon(line.verdict),
          el("strong", { text: `${line.verdict_text}. ` }),
          el("span", { html: line.ask_html }),
          line.verdict !== "right" && line.at.length
            ? el("span.fine", { text: ` Look again at ${line.at.join(", ")}.` })
            : null,
        ),
      ),
    ),
    result.revisit.length ? el("h2", { text: "What to revisit" }) : null,
    ...result.revisit.map((one) =>
      el("p", {}, el("strong", { text: `${one.title}. ` }), el("span", { text: one.tip })),
    ),
    me.tries_left > 0
      ? el("button", { text: `Try again (${me.tries_left} left)`, click: again })
      : null,
  );
}
