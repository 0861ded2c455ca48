// @ts-check
/** The way in: the code, and a name where the lesson wants one. */

import { el } from "../dom.js";
import { dropSeat, keepJoined, newSeat } from "./kept.js";

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
    el("p.fine", { text: "No account is needed. What is kept deletes itself after 30 days." }),
  );
  field.focus();
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
  root.replaceChildren(
    el("p.brand", { text: "Reportedly" }),
    el("h1", { text: about.title }),
    el(
      "form",
      { submit },
      el("p", { text: policy[about.names] }),
      field ? el("label", { for: "name", text: "Name" }) : null,
      field,
      alert,
      button,
    ),
    el("p.fine", { text: "The teacher sees the name; the class and the screen do not." }),
  );
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
