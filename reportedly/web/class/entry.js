// @ts-check
/** The way in: the code, and a name where the lesson wants one. */

import { el } from "../dom.js";
import { dropSeat, keepJoined, newSeat } from "./kept.js";
import { untilWords } from "./shown.js";

const UNREACHABLE = "The server cannot be reached. Please try again in a moment.";

/** Asks for the code. */
export function drawEntry(root, sentence = "") {
  const field = el("input", {
    id: "code",
    name: "code",
    autocomplete: "off",
    autocapitalize: "characters",
    spellcheck: "false",
    maxlength: "12",
    required: true,
    "aria-describedby": "code-told",
  });
  const submit = (event) => {
    event.preventDefault();
    const code = field.value.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
    if (code) location.assign(`/join/${code}`);
  };
  root.replaceChildren(
    el("p.brand", { text: "Reportedly" }),
    el("h1", { text: "Join a class" }),
    el(
      "form",
      { submit },
      el("label", { for: "code", text: "Code on the screen" }),
      field,
      el("p.alert", { id: "code-told", role: "alert", text: sentence }),
      el("button", { type: "submit", text: "Go on" }),
    ),
    drawKept(root),
  );
  field.focus();
}

/** What is kept of a learner, for how long, and who sees it. */
function drawKept(root) {
  const lines = [
    "No account, no address and no e-mail. Nothing is sent to anybody else.",
    "What is kept: a name, if the class has names, your answers and when they came, and how sure you said you were.",
    "Who sees it: your teacher. Others in the class see only how many chose what.",
    "A random word in this browser brings you back to your seat.",
    `All of it deletes itself ${root.dataset.days} days after the last answer, or when your teacher deletes the class.`,
  ];
  const list = el("ul", {}, ...lines.map((text) => el("li", { text })));
  return el("details.kept", {}, el("summary", { text: "What is kept about you" }), list);
}

/** Looks the lesson up and asks for a name, as its policy says; `enter` gets the token. */
export async function drawJoin(root, code, enter) {
  const about = await ask(`/live/${encodeURIComponent(code)}`);
  if (!about) {
    root.replaceChildren(
      el("p.big", { role: "alert", text: UNREACHABLE }),
      el("button", { text: "Try again", click: () => void drawJoin(root, code, enter) }),
    );
    return;
  }
  if (about.status !== 200) return drawEntry(root, about.message);
  if (about.over) {
    root.replaceChildren(el("p.big", { text: "This lesson is over." }));
    return;
  }
  const free = about.names === "free";
  const field = free
    ? el("input", { id: "name", maxlength: "24", autocomplete: "off", required: true })
    : null;
  const alert = el("p.alert", { role: "alert", id: "name-told" });
  field?.setAttribute("aria-describedby", "name-told");
  const button = el("button", { type: "submit", text: "Join" });
  const submit = async (event) => {
    event.preventDefault();
    button.disabled = true;
    const seat = newSeat(code);
    const body = JSON.stringify({ token: seat.token, name: field?.value ?? "" });
    const told = await ask(`/live/${code}/seat`, { method: "POST", body });
    button.disabled = false;
    if (told?.status === 200) {
      keepJoined(code, seat);
      enter(seat.token);
      return;
    }
    if (told) dropSeat(code);
    alert.textContent = told?.message ?? UNREACHABLE;
    field?.focus();
  };
  const policy = {
    free: "Choose a name to be called by. It need not be your own.",
    list: "You get a name from a list.",
    anonymous: "Nobody is asked for a name here.",
  };
  const seen = about.standings
    ? "The teacher sees the name. The screen may show who has most points; you can stay out of it."
    : "The teacher sees the name; the class and the screen do not.";
  const parts = [
    el("p.brand", { text: "Reportedly" }),
    el("h1", { text: about.title }),
    about.deadline ? el("p", { text: untilWords(about.deadline) }) : null,
    el(
      "form",
      { submit },
      el("p", { text: policy[about.names] }),
      field ? el("label", { for: "name", text: "Name" }) : null,
      field,
      alert,
      button,
    ),
    about.names === "anonymous" ? null : el("p.fine", { text: seen }),
    drawKept(root),
  ];
  root.replaceChildren(...parts.filter((part) => part !== null));
  field?.focus();
}

async function ask(path, settings = {}) {
  try {
    const headers = settings.body ? { "content-type": "application/json" } : {};
    const reply = await fetch(path, { ...settings, headers, cache: "no-store" });
    return { ...(await reply.json().catch(() => ({}))), status: reply.status };
  } catch {
    return null;
  }
}
