// @ts-check
/** The question card: draws one question from plain data, tells its owner what was chosen. */

import { el, icon } from "./dom.js";
import { dropDraft, findDraft, keepDraft } from "./drafts.js";
import { drawReasons, fillVerdict } from "./explanation.js";
import * as classify from "./kinds/classify.js";
import * as cloze from "./kinds/cloze.js";
import * as highlight from "./kinds/highlight.js";
import * as match from "./kinds/match.js";
import * as multiple from "./kinds/multiple.js";
import * as number from "./kinds/number.js";
import * as open from "./kinds/open.js";
import * as order from "./kinds/order.js";
import * as short from "./kinds/short.js";
import * as single from "./kinds/single.js";
import * as truefalse from "./kinds/truefalse.js";
import { pills } from "./kinds/parts.js";
import { dress, tint } from "./look.js";
import { drawSteps } from "./steps.js";

export { forgetDrafts } from "./drafts.js";

// Loaded together, not on demand: a card that has drawn once needs no network for the next question.
/** @type {Record<string, {draw: Function, isAnswered?: Function}>} */
const KINDS = {
  single,
  multiple,
  truefalse,
  match,
  order,
  number,
  classify,
  highlight,
  cloze,
  short,
  open,
};

/** How long the buttons wait for an answer from the owner, in milliseconds. */
const PATIENCE = 8000;
/** Actions that leave what was chosen unsent. */
const KEEPS_DRAFT = new Set(["skip", "go-to", "stop"]);
const NEEDS_RESPONSE = "Choose an answer first, or skip.";
const NO_REPLY =
  "The server has not answered. What you chose is kept here: reload this page and try again.";

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** @type {WeakMap<Element | ShadowRoot, Card>} */
const cards = new WeakMap();
let count = 0;

/**
 * Show a question in `root`, or bring the one that is there up to date.
 *
 * @param {Element | ShadowRoot} root
 * @param {any} data
 * @param {(message: {id: string, action: string, number?: number, response: any,
 *   certainty: string | null}) => void} send
 * @returns {Promise<void>} settled once it is drawn
 */
export async function mount(root, data, send) {
  const card = cards.get(root) ?? new Card();
  cards.set(root, card);
  card.wanted = data;
  card.send = send;
  await dress(root);
  if (card.wanted !== data) return;
  if (card.frame.parentNode !== root) root.append(card.frame);
  card.update(data);
}

class Card {
  uid = `rc${(count += 1)}`;
  /** @type {any} what the owner asked for last */
  wanted = null;
  /** @type {any} what is drawn */
  data = null;
  /** @type {Function} */
  send = () => {};
  response = null;
  /** @type {string | null} */
  certainty = null;
  /** @type {string | null} the action that waits for new data */
  waiting = null;
  timer = 0;

  constructor() {
    const { uid } = this;
    this.legend = el("legend.rc-ask", { tabindex: "-1" });
    this.instruction = el("p.rc-instruction", { id: `${uid}-instruction` });
    this.body = el("div.rc-body");
    this.question = el(
      "fieldset.rc-question",
      { "aria-describedby": `${uid}-instruction` },
      this.legend,
      this.instruction,
      this.body,
    );
    this.progress = el("div.rc-progress");
    this.alert = el("div.rc-alert", { id: `${uid}-alert`, role: "alert" });
    this.sureness = el("div.rc-sureness");
    this.verdict = el("div.rc-status", { role: "status", "aria-live": "polite", tabindex: "-1" });
    this.reasons = el("div");
    this.actions = el("div.rc-actions");
    this.steps = el("div");
    const submit = (event) => {
      event.preventDefault();
      const primary = this.data.actions.find((action) => action.primary);
      if (primary) this.press(primary);
    };
    this.frame = el(
      "form.rc",
      { novalidate: true, submit },
      this.progress,
      this.question,
      this.alert,
      this.sureness,
      this.verdict,
      this.reasons,
      this.actions,
      this.steps,
    );
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => tint(this.frame));
  }

  update(data) {
    tint(this.frame);
    const before = this.data;
    if (before && same(before, data)) return;
    this.data = data;
    const another = before?.id !== data.id;
    const changed = (...fields) =>
      another || fields.some((field) => !same(before[field], data[field]));

    if (another) this.begin(before);
    else if (changed("response")) {
      this.response = data.response ?? null;
      dropDraft(data.id);
    }
    this.release();

    const holder = /** @type {Document | ShadowRoot} */ (this.frame.getRootNode());
    const focused = this.frame.contains(holder.activeElement) ? holder.activeElement?.id : "";
    if (changed("progress")) this.drawProgress();
    if (changed("ask_html")) this.legend.innerHTML = data.ask_html ?? "";
    this.instruction.textContent = data.instruction ?? "";
    this.question.disabled = Boolean(data.locked);
    if (changed("kind", "body", "locked", "response", "explanation")) this.drawBody();
    if (changed("certainty", "locked", "explanation")) this.drawSureness();
    if (changed("actions")) this.drawActions();
    if (changed("steps", "stop")) this.drawSteps();
    if (changed("explanation")) {
      fillVerdict(this.verdict, data.explanation);
      this.reasons.replaceChildren();
      if (data.explanation) this.reasons.append(drawReasons(data.explanation, data.kind));
    }
    this.say(data.message);
    this.refresh();

    if (before && another) this.visit(this.legend, this.progress, "nearest");
    else if (before && data.explanation && !before.explanation) {
      this.visit(this.verdict, this.verdict, "center");
    } else if (before && data.message) this.body.querySelector("[data-typed]")?.focus();
    else if (focused) {
      holder.getElementById(focused)?.focus({ preventScroll: true });
    }
  }

  /** Start on another question: from what is stored, or from the draft on top of it. */
  begin(before) {
    const { data } = this;
    if (before && this.waiting && !KEEPS_DRAFT.has(this.waiting)) dropDraft(before.id);
    const draft = data.locked ? null : findDraft(data.id, data.response);
    this.response = draft ? draft.response : (data.response ?? null);
    this.certainty = draft?.certainty ?? data.certainty_chosen ?? null;
  }

  drawProgress() {
    const { number: here, of } = this.data.progress ?? {};
    this.progress.replaceChildren();
    if (!here) return;
    const done = el("span");
    done.style.setProperty("width", `${Math.min(100, (100 * here) / of)}%`);
    this.progress.append(
      el("p", { text: `Question ${here} of ${of}` }),
      el("div.rc-bar", { "aria-hidden": "true" }, done),
    );
  }

  drawBody() {
    const { data } = this;
    const drawing = {
      body: data.body,
      payload: this.response,
      locked: Boolean(data.locked),
      uid: this.uid,
      explanation: data.explanation ?? null,
      changed: (response) => this.choose({ response }),
    };
    let area;
    try {
      area = KINDS[data.kind].draw(drawing);
    } catch {
      area = el("p", {
        text: "This question cannot be shown here. You can go on to the next one.",
      });
    }
    this.body.replaceChildren(area);
  }

  drawSureness() {
    const { certainty, locked, explanation } = this.data;
    this.sureness.replaceChildren();
    if (!certainty || locked || explanation) return;
    const row = pills(`${this.uid}-certainty`, certainty, this.certainty, (level) =>
      this.choose({ certainty: level }),
    );
    const legend = el("legend.rc-label", { text: "How sure are you?" });
    this.sureness.append(el("fieldset", {}, legend, row));
  }

  drawActions() {
    this.actions.replaceChildren(
      ...this.data.actions.map((action) =>
        el("button", {
          type: "button",
          class: action.primary ? "rc-button rc-primary" : "rc-button",
          id: `${this.uid}-action-${action.id}`,
          text: action.label,
          click: () => this.press(action),
        }),
      ),
    );
  }

  drawSteps() {
    const { steps, stop } = this.data;
    const press = (id, number) => this.press({ id, number });
    this.steps.replaceChildren(drawSteps(steps, stop ?? null, press));
  }

  /** Take in what the learner chose or typed, and keep it as a draft. */
  choose(change) {
    if ("response" in change) this.response = change.response;
    if (change.certainty) this.certainty = change.certainty;
    const { response, certainty } = this;
    const stored = this.data.response ?? null;
    keepDraft(this.data.id, { response, certainty, onTopOf: stored });
    // A corrected answer may be sent at once, even where the owner has nothing new to say.
    if (this.data.message) this.release();
    else this.say(null);
    this.refresh();
  }

  isAnswered() {
    const { kind, body } = this.data;
    return KINDS[kind]?.isAnswered?.(body, this.response) ?? this.response !== null;
  }

  press(action) {
    if (this.waiting) return;
    if (action.needs_response && !this.isAnswered()) {
      this.say(NEEDS_RESPONSE);
      return;
    }
    this.waiting = action.id;
    this.timer = setTimeout(() => {
      this.release();
      this.say(NO_REPLY);
    }, PATIENCE);
    this.refresh();
    const { response, certainty } = this;
    this.send({ id: this.data.id, action: action.id, number: action.number, response, certainty });
  }

  release() {
    clearTimeout(this.timer);
    this.waiting = null;
    this.refresh();
  }

  /** Bring the buttons up to date: dimmed while waiting, or while an answer is wanted. */
  refresh() {
    const answered = this.isAnswered();
    this.data.actions.forEach((action, at) => {
      const inert = Boolean(this.waiting) || (action.needs_response && !answered);
      this.actions.children[at]?.setAttribute("aria-disabled", String(Boolean(inert)));
    });
    this.actions.setAttribute("aria-busy", String(Boolean(this.waiting)));
  }

  say(text) {
    this.alert.replaceChildren(...(text ? [icon("notice"), el("p", { text })] : []));
    const field = this.body.querySelector("[data-typed]");
    field?.setAttribute("aria-invalid", String(Boolean(text)));
  }

  visit(target, top, block) {
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    target.focus({ preventScroll: true });
    top.scrollIntoView({ block, behavior: calm ? "auto" : "smooth" });
  }
}
