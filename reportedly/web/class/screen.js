// @ts-check
/** The projector: how to join, the question, how many have voted, the split, the answer. */

import { mount } from "../card.js";
import { el } from "../dom.js";
import { Link } from "./link.js";
import { Countdown, drawAnswer, drawSplit, drawStandings } from "./shown.js";

const code = (location.pathname.split("/")[2] ?? "").toUpperCase();
const root = /** @type {HTMLElement} */ (document.getElementById("main"));
const state = el("p.state", { role: "status" });
const counts = el("p.counts", { "aria-live": "polite" });
const timer = el("p.timer", { role: "timer", hidden: true });
const countdown = new Countdown(timer);
const join = el("section.join");
const small = el("p.small");
const card = el("div.card");
const below = el("div");
const HERE_ONLY = "Only this machine can open this address. For a class, start with --share.";

root.replaceChildren(el("header", {}, small, counts, timer), state, join, card, below);

/** The picture of the join address, and in its headers the address itself. */
async function drawWayIn() {
  const picture = el("img", { alt: "QR code of the join address", width: "360", height: "360" });
  let reply;
  try {
    reply = await fetch(`/live/${code}/qr.svg`);
    if (!reply.ok) return;
    picture.src = `data:image/svg+xml;base64,${btoa(await reply.text())}`;
  } catch {
    return;
  }
  const shown = `${reply.headers.get("x-join-address")}/join`.replace(/^https?:\/\//, "");
  const words = el(
    "div",
    {},
    el("p.step", { text: "Open" }),
    el("p.address", { text: shown }),
    el("p.step", { text: "and type" }),
    el("p.code", { text: code }),
    reply.headers.get("x-here-only") === "1" ? el("p.step", { text: HERE_ONLY }) : null,
  );
  join.replaceChildren(words, picture);
  small.textContent = `${shown}  ${code}`;
}

function hear({ screen }) {
  if (!screen) return;
  document.title = `${screen.title} - Reportedly`;
  const ended = screen.phase === "ended";
  const lobby = screen.phase === "lobby" || screen.pacing !== "live";
  join.hidden = !lobby || ended;
  // Nobody can join any more, nor be counted.
  small.hidden = lobby || ended;
  counts.hidden = ended;
  countdown.set(screen.paused ? null : (screen.left ?? null));
  const several = screen.arrivals ? `${screen.arrivals} are here` : "Nobody is here yet";
  const here = screen.arrivals === 1 ? "1 is here" : several;
  const voted = `${screen.votes} of ${screen.arrivals} have voted`;
  counts.textContent = screen.question ? voted : here;
  state.textContent = wordsOf(screen);
  below.replaceChildren();
  card.hidden = !screen.question || Boolean(screen.standings);
  if (screen.standings) below.append(drawStandings(screen.standings));
  if (card.hidden) return;
  // A card of its own for each question: one that goes on would take the focus, and show it.
  if (card.dataset.shows !== screen.question.id) card.replaceChildren(el("div"));
  card.dataset.shows = screen.question.id;
  void mount(
    card.firstChild,
    {
      ...screen.question,
      id: `screen:${screen.question.id}`,
      progress: { number: screen.number, of: screen.of },
      certainty: null,
      response: null,
      locked: true,
      explanation: null,
      message: null,
      actions: [],
      steps: [],
    },
    () => undefined,
  );
  // The bars name the options once more: both would not fit on one screen.
  card.dataset.split = screen.split?.rounds.length ? "shown" : "";
  if (screen.split) below.append(drawSplit(screen.split));
  if (screen.answer) below.append(drawAnswer(screen.answer));
}

function wordsOf(screen) {
  if (screen.paused) return "Paused";
  const words = {
    lobby: screen.title,
    open: screen.round === 2 ? "Second vote: answer again" : "Answer alone, in silence",
    closed: "The vote is closed",
    discuss: "Talk with somebody who answered differently",
    revealed: screen.voided ? "This question does not count" : "",
    ended: "The end. Your own result is on your screen.",
  };
  return screen.pacing === "live" ? words[screen.phase] : screen.title;
}

void drawWayIn();
new Link({
  code,
  role: "screen",
  token: "",
  heard: hear,
  changed: (now) => (document.body.dataset.line = now),
  refused: (_status, sentence) => root.replaceChildren(el("p.code", { text: sentence })),
});
