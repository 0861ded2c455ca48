// @ts-check
/** What is shown after answering: the verdict, the reasons, the evidence. */

import { el, icon } from "./dom.js";

/** @type {Record<string, string>} */
const WORDS = { right: "Right", wrong: "Not right", missed: "Missed", left: "Rightly left" };

/**
 * Fill the live region, which was in the page before, so that it is read out.
 *
 * @param {HTMLElement} region
 * @param {any} explanation null empties it
 */
export function fillVerdict(region, explanation) {
  if (!explanation) {
    region.replaceChildren();
    delete region.dataset.verdict;
    return;
  }
  const { verdict, verdict_text: word, points_text: points, note } = explanation;
  const certainty = explanation.certainty_text;
  region.dataset.verdict = verdict;
  region.replaceChildren(
    el(
      "p.rc-verdict",
      {},
      el("span.rc-seal", {}, icon(verdict)),
      el("strong", { text: word }),
      " ",
      points ? el("span.rc-points", { text: points }) : "",
    ),
    ...[note, certainty].filter(Boolean).map((text) => el("p.rc-note", { text })),
  );
}

/**
 * The reasons, the explanation and the evidence, in that order.
 *
 * @param {any} explanation
 * @param {string} kind
 * @returns {HTMLElement}
 */
export function drawReasons(explanation, kind) {
  const parts = explanation.parts ?? [];
  const those = (...verdicts) => parts.filter((part) => verdicts.includes(part.verdict));
  const one = kind === "single" || kind === "truefalse";
  const told = kind === "order" ? ["You put it at", "Its place"] : ["You chose", "What fits"];
  const left = those("left");
  return el(
    "div.rc-reasons",
    {},
    group("Your answer", those("right", "wrong"), told),
    group(one ? "The right answer" : "What you missed", those("missed"), told, one),
    left.length
      ? el("details", {}, el("summary.rc-label", { text: "The other options" }), partList(left, told))
      : null,
    prose("Explanation", explanation.explain_html),
    ...(explanation.evidence ?? []).map(quotation),
    prose("Beyond the articles", explanation.beyond_html, "rc-beyond"),
  );
}

function group(title, parts, told, bare = false) {
  if (!parts.length) return null;
  return el("section", {}, el("h2.rc-label", { text: title }), partList(parts, told, bare));
}

const partList = (parts, told, bare = false) =>
  el("ul.rc-parts", { role: "list" }, ...parts.map((part) => onePart(part, told, bare)));

/** @param {string[]} told what a learner's placing is called, and the right one */
function onePart(part, told, bare) {
  const { text, given, key, verdict, why_html: why, slip } = part;
  const placed = given !== undefined && key !== undefined && (given !== null || key !== null);
  const open = placed && verdict === "missed";
  const line = (label, value) => el("p.rc-placed", {}, el("span", { text: `${label}: ` }), value);
  return el(
    "li.rc-part",
    { "data-verdict": open ? "partly" : verdict },
    icon(open ? "partly" : verdict),
    el(
      "div",
      {},
      el(
        "p.rc-part-text",
        {},
        text,
        bare ? null : el("span.rc-word", { text: ` ${WORDS[verdict] ?? ""}` }),
      ),
      placed && given === null ? el("p.rc-placed", { text: "You left this open." }) : null,
      placed && given !== null && given !== text ? line(told[0], given) : null,
      placed && key !== null && key !== given ? line(told[1], key) : null,
      why ? el("div.rc-prose", { html: why }) : null,
      slip
        ? el("p.rc-slip", {}, el("strong", { text: `${slip.title}:` }), ` ${slip.meaning}`)
        : null,
    ),
  );
}

function prose(title, html, look = "") {
  if (!html) return null;
  return el(
    "section",
    { class: look },
    el("h2.rc-label", { text: title }),
    el("div.rc-prose", { html }),
  );
}

/** One paragraph of an article, with the words that decide it marked. */
function quotation(evidence) {
  const number = /^[A-Za-z]+(\d+)$/.exec(evidence.at)?.[1];
  const place = number ? `paragraph ${number}` : evidence.at;
  const pieces = evidence.pieces.map((piece) =>
    piece.mark ? el("mark", { text: piece.text }) : piece.text,
  );
  return el(
    "figure.rc-evidence",
    {},
    el("figcaption.rc-label", { text: `${evidence.article}, ${place}` }),
    el("blockquote", {}, ...pieces),
  );
}
