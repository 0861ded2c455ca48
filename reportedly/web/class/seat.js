// @ts-check
/** A learner's place in a class: join by a code, answer, see why, see the own result. */

import { mount } from "../card.js";
import { el } from "../dom.js";
import { drawEntry, drawJoin } from "./entry.js";
import { findPending, findSeat, keepPending, dropPending, dropSeat, keepJoined } from "./kept.js";
import { Link } from "./link.js";
import { drawResult } from "./result.js";
import { Countdown, drawAnswer, untilWords } from "./shown.js";
import { drawListed, drawTimes } from "./wishes.js";

const AGAIN = 4000; // milliseconds until an answer that was not acknowledged is sent again
const OFFLINE =
  "There is no connection now. Your answer is kept here and sent as soon as there is one.";

class Seat {
  constructor(root, code, token) {
    Object.assign(this, { code, cls: null, me: null, message: null, note: "", shown: "" });
    this.state = el("p.state", { role: "status", text: "Connecting ..." });
    this.name = el("span.name");
    this.timer = el("span.timer", { role: "timer", hidden: true });
    this.countdown = new Countdown(this.timer);
    this.told = el("p.told", { role: "status", "aria-live": "polite" });
    this.place = el("div.place");
    this.below = el("div.below");
    this.time = drawTimes((wish) => void this.link.send(wish, "/tell"));
    this.until = el("p.fine", { hidden: true });
    this.listed = drawListed((wish) => void this.link.send(wish, "/tell"));
    this.read = el("a", { target: "_blank", rel: "noopener", text: "Read the articles" });
    const read = el("p.read", { hidden: true }, this.read);
    const head = el("header", {}, el("p.brand", { text: "Reportedly" }), this.name, this.timer);
    const foot = [read, this.time, this.listed];
    root.replaceChildren(head, this.state, this.until, this.told, this.place, this.below, ...foot);
    this.retry = 0;
    this.link = new Link({
      code,
      role: "seat",
      token,
      heard: (snapshot) => this.hear(snapshot),
      changed: (state) => this.become(state),
      refused: (status, sentence) => this.leave(root, status, sentence),
    });
  }

  become(state) {
    this.line = state;
    this.drawState();
    if (state === "connected" && findPending(this.code)) this.sendPending();
  }

  drawState() {
    const leads = this.cls?.pacing === "live" && this.cls.phase !== "ended";
    const away = leads && this.me?.host === false;
    const words = {
      connected: away ? "The teacher is away. You stay in the class." : "Connected",
      reconnecting: "Reconnecting ... What you chose is kept.",
    };
    const [, kind] = this.line === "connected" ? [0, away ? "away" : "good"] : [0, "bad"];
    this.state.dataset.kind = kind;
    const text = words[this.line] ?? "Connecting ...";
    if (this.state.textContent !== text) this.state.textContent = text;
  }

  hear(snapshot) {
    if (snapshot.v < this.v) return;
    this.v = snapshot.v;
    if (snapshot.class) this.cls = snapshot.class;
    this.me = snapshot.me;
    this.message = null;
    this.link.at = snapshot.me.done ? snapshot.me.number - 1 : null;
    for (const told of snapshot.told ?? []) this.settle(told);
    if (!this.cls) return;
    if (!keptAsJoined.has(this.code)) {
      keptAsJoined.add(this.code);
      const seat = findSeat(this.code);
      if (seat && !seat.joined) keepJoined(this.code, seat);
    }
    this.draw();
  }

  /** What became of an answer that was sent. */
  settle(told) {
    const pending = findPending(this.code);
    if (!pending || pending.question !== told.question || pending.sent !== told.sent) return;
    clearTimeout(this.retry);
    if (told.again) {
      this.message = told.message;
      this.retry = setTimeout(() => this.sendPending(), AGAIN);
      return;
    }
    dropPending(this.code);
    if (told.message) this.message = told.message;
    if (told.refusal) this.note = told.refusal;
  }

  sendPending() {
    clearTimeout(this.retry);
    const pending = findPending(this.code);
    if (!pending) return;
    this.retry = setTimeout(() => this.sendPending(), AGAIN);
    if ((pending.tries = (pending.tries ?? 0) + 1) > 1) void this.link.post("/answer", pending);
    else void this.link.send({ answer: pending }, "/tell");
    keepPending(this.code, pending);
  }

  // --- drawing -----------------------------------------------------------------------------------

  draw() {
    const { cls, me } = this;
    this.drawState();
    this.name.textContent = me.name ?? "";
    document.title = `${cls.title} - Reportedly`;
    this.countdown.set(cls.paused ? null : me.left);
    this.read.href = `/read?story=${encodeURIComponent(cls.story)}`;
    this.read.parentElement.hidden = cls.phase === "lobby";
    this.time.hidden = cls.pacing !== "live" || ["lobby", "ended"].includes(cls.phase);
    this.time.querySelector("select").value = me.time;
    this.until.hidden = !cls.deadline || Boolean(me.result && !me.tries_left);
    if (cls.deadline) this.until.textContent = untilWords(cls.deadline);
    this.listed.hidden = me.unlisted === null;
    this.listed.querySelector("input").checked = Boolean(me.unlisted);
    const question = me.question ?? cls.question;
    const show = me.out || me.result ? null : question;
    const key = show ? `${show.id}:${me.round ?? cls.round}` : "";
    if (key !== this.shown && this.shown !== "" && key !== "") this.note = "";
    this.shown = key;
    this.below.replaceChildren();
    if (me.out) this.only(el("p.big", { text: me.out }));
    else if (me.result) this.only(drawResult(cls, me, () => this.again()));
    else if (!show) this.only(this.drawWaiting());
    else this.drawQuestion(show, key);
    this.say();
  }

  only(node) {
    this.place.replaceChildren(node);
    this.card = null;
  }

  drawWaiting() {
    const title = el("h1", { text: this.cls.title });
    return el("div", {}, title, el("p.big", { text: "You are in. The lesson begins soon." }));
  }

  drawQuestion(question, key) {
    const { cls, me } = this;
    const { own } = me;
    if (!this.card) {
      this.card = el("div");
      this.place.replaceChildren(this.card);
    }
    void mount(this.card, this.cardOf(question, key), (sent) => this.take(sent, question));
    if (cls.answer && !own?.explanation) this.below.append(drawAnswer(cls.answer));
  }

  cardOf(question, key) {
    const { cls, me } = this;
    const { own } = me;
    const free = cls.pacing !== "live";
    const pending = findPending(this.code);
    const isOnItsWay = pending?.question === question.id;
    const canAnswer = (own?.open && !cls.paused) || own?.wants_level;
    const number = me.number ?? cls.number;
    return {
      ...question,
      id: `${this.code}:${key}${own?.wants_level ? ":level" : ""}`,
      body: own?.body ?? question.body,
      progress: { number, of: cls.of },
      certainty: own?.wants_level ? null : question.certainty,
      certainty_chosen: own?.certainty ?? null,
      response: own?.response ?? null,
      locked: !canAnswer,
      explanation: own?.explanation ?? null,
      message: this.message ?? (isOnItsWay && this.line !== "connected" ? OFFLINE : null),
      actions: free ? this.freeActions(canAnswer) : canAnswer ? [this.sendAction()] : [],
      steps: (me.done ?? []).map((answered, at) => ({
        number: at + 1,
        answered,
        current: at + 1 === number,
      })),
      stop: null,
    };
  }

  sendAction() {
    const { own } = this.me;
    const changes = own?.response ? "Change my answer" : "Send answer";
    const label = own?.wants_level ? "Keep this level" : changes;
    return { id: "answer", label, primary: true, needs_response: true };
  }

  freeActions(canAnswer) {
    if (this.cls.paused) return [];
    const { own, done } = this.me;
    const onward = { id: "next", label: done.every(Boolean) ? "See my result" : "Next question" };
    if (own?.explanation) return [{ ...onward, primary: true, needs_response: false }];
    const skip = { id: "skip", label: "Skip", primary: false, needs_response: false };
    return canAnswer ? [this.sendAction(), skip] : [];
  }

  /** What the learner did on the card. */
  take(sent, question) {
    const { me, cls } = this;
    if (sent.action === "next") return void this.link.send({ at: null }, "/tell");
    if (sent.action === "skip") return void this.link.send({ at: me.number % cls.of }, "/tell");
    if (sent.action === "go-to") return void this.link.send({ at: sent.number - 1 }, "/tell");
    const before = findPending(this.code);
    const last = before?.question === question.id ? before.sent : 0;
    keepPending(this.code, {
      question: question.id,
      round: me.round ?? cls.round,
      sent: Math.max(me.own?.sent ?? 0, last) + 1,
      response: sent.response,
      certainty: sent.certainty,
    });
    this.note = "";
    this.sendPending();
    if (this.line !== "connected") this.draw();
    else this.told.textContent = "Sending ...";
    return undefined;
  }

  say() {
    const { cls, me } = this;
    const { own } = me;
    const isOnItsWay = Boolean(findPending(this.code));
    let text = "";
    if (me.out || me.result || !own) text = "";
    else if (this.note) text = this.note;
    else if (cls.paused) text = "Paused. The lesson goes on in a moment.";
    else if (isOnItsWay) text = "Sending ...";
    else if (own.explanation) text = cls.voided ? "This question does not count." : "";
    else if (own.wants_level) text = "Compare your answer with the model answer.";
    else if (cls.phase === "discuss") text = "Talk with somebody who answered differently.";
    else if (own.response && own.open) text = "Your answer is in. You can change it until the vote closes.";
    else if (own.response) text = "Your answer is in. The vote is closed.";
    else if (own.open && cls.round === 2) text = "Second vote: answer again, the same or differently.";
    else if (!own.open && cls.phase !== "revealed") text = "The vote is closed.";
    if (this.told.textContent !== text) this.told.textContent = text;
  }

  again() {
    void this.link.send({ again: this.me.round }, "/tell");
  }

  leave(root, status, sentence) {
    clearTimeout(this.retry);
    if (status === 401) {
      dropSeat(this.code);
      void enter(root, this.code);
      return;
    }
    if (status === 404) dropSeat(this.code);
    root.replaceChildren(el("p.big", { role: "alert", text: sentence }));
  }
}

const keptAsJoined = new Set();

async function enter(root, code) {
  if (!code) return drawEntry(root);
  const seat = findSeat(code);
  if (seat?.joined) return new Seat(root, code, seat.token);
  return drawJoin(root, code, (token) => new Seat(root, code, token));
}

const root = /** @type {HTMLElement} */ (document.getElementById("main"));
const code = decodeURIComponent(location.pathname.split("/")[2] ?? "")
  .toUpperCase()
  .replaceAll(/[^A-Z0-9]/g, "");
void enter(root, code);
