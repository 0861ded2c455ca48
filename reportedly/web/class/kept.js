// @ts-check
/** What this browser keeps of a lesson: who it is, and an answer that is not acknowledged yet. */

const memory = new Map();

/** @returns {string | null} */
function read(key) {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key, value) {
  memory.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private windows of some browsers keep nothing; this tab does.
  }
}

function remove(key) {
  memory.delete(key);
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}

const seatKey = (code) => `reportedly:seat:${code}`;
const pendingKey = (code) => `reportedly:pending:${code}`;

/** @returns {{token: string, joined: boolean} | null} */
export function findSeat(code) {
  try {
    return JSON.parse(read(seatKey(code)) ?? "null");
  } catch {
    return null;
  }
}

/** Made here and kept before it is sent: joining twice is then joining once. */
export function newSeat(code) {
  const known = findSeat(code);
  if (known) return known;
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const text = btoa(String.fromCharCode(...bytes));
  const token = text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const seat = { token, joined: false };
  write(seatKey(code), JSON.stringify(seat));
  return seat;
}

export function keepJoined(code, seat) {
  write(seatKey(code), JSON.stringify({ ...seat, joined: true }));
}

export function dropSeat(code) {
  remove(seatKey(code));
  remove(pendingKey(code));
}

export function findPending(code) {
  try {
    return JSON.parse(read(pendingKey(code)) ?? "null");
  } catch {
    return null;
  }
}

export const keepPending = (code, answer) => write(pendingKey(code), JSON.stringify(answer));
export const dropPending = (code) => remove(pendingKey(code));
