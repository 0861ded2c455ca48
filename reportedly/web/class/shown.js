// @ts-check
/** What seat, projector and host draw alike: the answer with its paragraphs, splits, a countdown. */

import { el } from "../dom.js";

/** The key, the reason and the paragraphs. */
export function drawAnswer(answer) {
  const lines = answer.key.map((line) =>
    line.html
      ? el("li", { html: line.html })
      : el("li", { text: line.place ? `${line.text}: ${line.place}` : line.text }),
  );
  return el(
    "section.answer",
    {},
    el("h2", { text: "The answer" }),
    el("ul", {}, ...lines),
    answer.explain_html ? el("p", { html: answer.explain_html }) : null,
    ...answer.evidence.map((quote) =>
      el(
        "figure",
        {},
        el("figcaption", { text: `${quote.article}, ${quote.at}` }),
        el(
          "blockquote",
          {},
          ...quote.pieces.map((piece) => el(piece.mark ? "mark" : "span", { text: piece.text })),
        ),
      ),
    ),
  );
}

/** Until when a homework is open, in the reader's own time. @param {string} deadline */
export function untilWords(deadline) {
  const day = { weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return `Open until ${new Date(deadline).toLocaleString("en-GB", day)}.`;
}

/** The first places, where a class has standings: names and points, nothing else. */
export function drawStandings({ lines, not_counted }) {
  const questions = not_counted === 1 ? "1 question does" : `${not_counted} questions do`;
  const rows = lines.map(({ place, name, points_text }) =>
    el("li", { value: String(place) }, el("span.name", { text: name }), el("span.points", { text: points_text })),
  );
  return el(
    "section.standings",
    {},
    el("h2", { text: "Standings" }),
    rows.length ? el("ol", {}, ...rows) : el("p", { text: "There is nothing to show here." }),
    not_counted ? el("p", { text: `${questions} not count here.` }) : null,
  );
}

/** How the votes fell, one group of bars a vote, and who moved. */
export function drawSplit(split) {
  const names = split.rounds.length > 1 ? { 1: "First vote", 2: "Second vote" } : {};
  return el(
    "section.split",
    {},
    ...split.rounds.map((round) =>
      el(
        "div.round",
        {},
        names[round.round] ? el("h3", { text: names[round.round] }) : null,
        el("ul.bars", {}, ...round.bars.map((bar) => drawBar(bar, round.answered))),
      ),
    ),
    split.flows.length
      ? el(
          "div.flows",
          {},
          el("h3", { text: "Who moved" }),
          el("ul", {}, ...split.flows.map((flow) => el("li", { text: wordsOf(flow) }))),
        )
      : null,
  );
}

function wordsOf({ from, to, count }) {
  return from === to ? `${count} stayed at “${to}”` : `${count} went from “${from}” to “${to}”`;
}

function drawBar(bar, all) {
  const fill = el("span.fill", { "aria-hidden": "true" });
  fill.style.setProperty("width", `${all ? (100 * bar.count) / all : 0}%`);
  return el(
    "li",
    { class: bar.right ? "bar right" : "bar" },
    el("span.bar-text", { text: bar.right ? `${bar.text} (right)` : bar.text }),
    el("span.track", {}, fill),
    el("span.bar-count", { text: String(bar.count) }),
  );
}

/** Counts down from what the server said; the machine's own clock may be set wrong. */
export class Countdown {
  constructor(node) {
    this.node = node;
    this.end = 0;
    this.timer = 0;
  }

  /** @param {number | null} left seconds; null hides it */
  set(left) {
    clearInterval(this.timer);
    this.node.hidden = left === null || left === undefined;
    if (this.node.hidden) return;
    this.end = performance.now() + left * 1000;
    this.draw();
    this.timer = setInterval(() => this.draw(), 500);
  }

  draw() {
    const left = Math.max(0, Math.ceil((this.end - performance.now()) / 1000));
    const text = left
      ? `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`
      : "Time is up";
    if (this.node.textContent !== text) this.node.textContent = text;
  }
}
