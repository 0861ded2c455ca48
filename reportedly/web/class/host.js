// @ts-check
/** The host's controls: one obvious next step, what the votes say, and who is there. */

import { mount as mountCard } from "../card.js";
import { el } from "../dom.js";
import { Link } from "./link.js";
import { drawAnswer, drawSplit, drawStandings, untilWords } from "./shown.js";
import { drawSureness } from "./sure.js";

/** @type {WeakMap<object, Host>} */
const hosts = new WeakMap();
const SURE = 4000; // milliseconds in which a second press ends the lesson

/**
 * Shows the controls in `root`, once.
 *
 * @param {HTMLElement | ShadowRoot} root
 * @param {{code: string, key: string}} data
 * @param {() => void} tellEnd hears that the lesson has ended, and of what is changed afterwards
 */
export async function mount(root, data, tellEnd) {
  const before = hosts.get(root);
  if (before?.code === data.code) return;
  before?.stop();
  hosts.set(root, new Host(root, data, tellEnd));
}

/** @param {object} root */
export function leave(root) {
  hosts.get(root)?.stop();
  hosts.delete(root);
}

class Host {
  constructor(root, data, tellEnd) {
    this.tellEnd = tellEnd;
    this.code = data.code;
    this.root = root;
    this.open = new Set();
    this.view = null;
    this.endAsked = 0;
    this.state = el("p.state", { role: "status", text: "Connecting ..." });
    this.alert = el("p.alert", { role: "alert" });
    this.top = el("div.top");
    this.steps = el("div.steps");
    this.facts = el("div.facts");
    this.card = el("div.card");
    this.more = el("div.more");
    this.frame = el(
      "section.host",
      { "aria-label": "Class" },
      this.state,
      this.top,
      this.steps,
      this.alert,
      this.facts,
      this.card,
      this.more,
    );
    const sheet = el("link", { rel: "stylesheet", href: new URL("./host.css", import.meta.url).href });
    root.replaceChildren(sheet, this.frame);
    this.pressed = (event) => this.key(event);
    // Before the page's own keys.
    window.addEventListener("keydown", this.pressed, true);
    this.link = new Link({
      code: data.code,
      role: "host",
      token: data.key,
      heard: (told) => this.hear(told),
      changed: (line) => {
        this.state.textContent = line === "connected" ? "Connected" : "Reconnecting ...";
        this.state.dataset.kind = line === "connected" ? "good" : "bad";
      },
      refused: (_status, sentence) => {
        this.frame.replaceChildren(el("p.alert", { role: "alert", text: sentence }));
      },
    });
  }

  stop() {
    window.removeEventListener("keydown", this.pressed, true);
    this.link.stop();
  }

  async move(step, named = {}) {
    if (step === "end" && performance.now() - this.endAsked > SURE) {
      this.endAsked = performance.now();
      this.alert.textContent = "Press again to end the lesson for everybody.";
      return;
    }
    const done = await this.link.post("/move", { move: step, seen: this.view.revision, ...named });
    this.alert.textContent = done ? done.message : "There is no connection now. Nothing was done.";
  }

  key(event) {
    const node = event.composedPath()[0];
    const typing = node instanceof Element && node.matches("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || !this.view) return;
    const isButton = node instanceof Element && node.matches("button, summary, a");
    if (event.key === " " && isButton) return;
    const name = event.key === " " ? "space" : event.key;
    const step = this.view.steps.find((one) => one.keys.includes(name));
    if (!step) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    void this.move(step.do);
  }

  /** Of a large class, between two full views, only how many have answered. */
  hear(told) {
    if (told.host) this.show(told.host);
    else if (this.view && told.v === this.view.revision) {
      this.view.answered = told.answered;
      this.drawTop();
    }
  }

  show(view) {
    if (this.view && view.revision < this.view.revision) return;
    if (this.view?.revision !== view.revision) {
      this.alert.textContent = "";
      if (view.phase === "ended" && this.view) this.tellEnd();
    }
    this.view = view;
    const focus = /** @type {ShadowRoot} */ (this.frame.getRootNode()).activeElement?.id;
    this.drawTop();
    this.drawSteps();
    this.drawFacts();
    this.drawCard();
    this.more.replaceChildren(this.drawPeople(), this.drawQuestions());
    if (focus) this.frame.querySelector(`#${CSS.escape(focus)}`)?.focus({ preventScroll: true });
  }

  drawTop() {
    const { view } = this;
    const place = `Question ${view.number} of ${view.of}`;
    const words = {
      lobby: "Waiting for learners",
      open: view.round === 2 ? `${place}: second vote` : `${place}: vote`,
      closed: `${place}: vote closed`,
      discuss: `${place}: discussing`,
      revealed: `${place}: answer shown`,
      ended: "The lesson has ended",
    };
    const free = view.pacing !== "live" && view.phase === "open";
    const here = view.seats.filter((seat) => !seat.out).length;
    const text = view.paused ? "Paused" : free ? "Everybody works at their own pace" : words[view.phase];
    const isAsking = !["lobby", "ended"].includes(view.phase);
    const counts = isAsking ? `${view.answered} of ${here} answered` : `${here} joined`;
    this.top.replaceChildren(
      el("h2", { text }),
      el("p.code", { text: view.code }),
      el("p.counts", { text: counts }),
      ...(view.deadline ? [el("p", { text: untilWords(view.deadline) })] : []),
    );
  }

  drawSteps() {
    this.steps.replaceChildren(
      ...this.view.steps.map((step) =>
        el(
          "button",
          {
            type: "button",
            id: `host-${step.do}`,
            class: step.next ? "next" : "",
            click: () => void this.move(step.do),
          },
          step.label,
          step.keys.length ? el("kbd", { text: step.keys[0] }) : null,
        ),
      ),
    );
  }

  drawFacts() {
    const { view } = this;
    const lines = [];
    if (view.sensitive && view.phase === "lobby") lines.push(el("p", { text: view.sensitive }));
    if (view.speaker) {
      lines.push(this.fold("own", "Your notes (only you)", el("p.speaker", { text: view.speaker })));
    }
    if (view.own_notes) {
      const notes = el("div", { html: view.own_notes });
      const title = el("p.state", { text: "Notes on this question (only you)" });
      lines.push(el("section.notes", {}, title, notes));
    }
    if (view.prompt) lines.push(el("p.prompt", { text: view.prompt }));
    if (view.advice) lines.push(el("p.advice", { text: view.advice.text }));
    if (view.question) {
      lines.push(this.fold("split", "What the votes say (only you)", this.drawVotes()));
      lines.push(this.fold("notes", "Notes: the answer and why (only you)", this.drawNotes()));
    }
    if (view.standings) lines.push(drawStandings(view.standings));
    this.facts.replaceChildren(...lines);
  }

  drawVotes() {
    const { view } = this;
    const said = [];
    if (view.right !== null) said.push(`${view.right} % right.`);
    if (view.misreading) {
      const { title, count, fix } = view.misreading;
      said.push(`Most common misreading (${count}): ${title}. ${fix}`);
    }
    return el(
      "div",
      {},
      el("p", { text: said.join(" ") || "No votes yet." }),
      drawSplit(view.split),
      view.sureness.length ? drawSureness(view.sureness) : null,
    );
  }

  drawNotes() {
    return drawAnswer(this.view.notes);
  }

  drawCard() {
    const { view } = this;
    this.card.hidden = !view.question;
    if (!view.question) return;
    const data = {
      ...view.question,
      id: `host:${view.question.id}`,
      progress: null,
      certainty: null,
      response: null,
      locked: true,
      explanation: null,
      message: null,
      actions: [],
      steps: [],
    };
    // A card of its own for each question: one that goes on takes the keyboard along.
    if (this.card.dataset.shows !== view.question.id) this.card.replaceChildren(el("div"));
    this.card.dataset.shows = view.question.id;
    void mountCard(/** @type {Element} */ (this.card.firstChild), data, () => undefined);
  }

  drawPeople() {
    const { view } = this;
    const rows = view.seats.map((seat) => {
      const named = { seat: seat.id, seen: null };
      const here = seat.here ? "here" : "away";
      const answered = seat.done === null ? "answered" : `${seat.done} of ${view.of} answered`;
      const did = seat.out ? "sent out" : seat.answered ? answered : here;
      return el(
        "li",
        {},
        el("span.name", { text: seat.name }),
        el("span.did", { text: did }),
        el("button", {
          type: "button",
          id: `host-seat-${seat.id}`,
          text: seat.out ? "Let in again" : "Send out",
          "aria-label": `${seat.out ? "Let in again" : "Send out"}: ${seat.name}`,
          click: () => void this.move(seat.out ? "readmit" : "kick", named),
        }),
      );
    });
    return this.fold("people", `Learners (${view.seats.length})`, el("ul.people", {}, ...rows));
  }

  drawQuestions() {
    const { view } = this;
    const rows = view.questions.map((line) => {
      const right = line.right.filter((one) => one !== null).map((one) => `${one}\u00a0%`);
      const button = el("button", {
        type: "button",
        id: `host-void-${line.id}`,
        text: line.voided ? "Count it again" : "Do not count it",
        "aria-label": `${line.voided ? "Count it again" : "Do not count it"}: ${line.ask}`,
        click: () =>
          void this.move(line.voided ? "restore" : "void", { question: line.id, seen: null }),
      });
      return el(
        "li",
        {},
        el("span.name", { html: line.ask_html }),
        el("span.did", { text: line.voided ? "does not count" : right.join(" to ") }),
        line.asked ? button : null,
      );
    });
    return this.fold("questions", `Questions (${view.questions.length})`, el("ol.people", {}, ...rows));
  }

  /** Something folded away, which stays as the host left it. */
  fold(name, title, content) {
    const toggle = (event) =>
      event.target.open ? this.open.add(name) : this.open.delete(name);
    const attributes = { open: this.open.has(name), toggle };
    return el("details", attributes, el("summary", { id: `host-fold-${name}`, text: title }), content);
  }
}
