// @ts-check
/** The line to the server: a socket, or asking again and again where sockets are blocked. */

const CALL = 10000; // milliseconds between two calls to see whether the other side is there
const DEAF = 5000; // how long an answer to such a call may take
const FIRST = 400; // until the first try to connect again; later tries wait longer
const LONGEST = 8000;
const ASK = 2000; // between two questions where no socket can be had

/**
 * @typedef {object} Ends
 * @property {string} code of the lesson
 * @property {"seat" | "screen" | "host"} role
 * @property {string} token
 * @property {(snapshot: any) => void} heard
 * @property {(state: "connected" | "reconnecting") => void} changed
 * @property {(status: number, sentence: string) => void} refused for good
 */

export class Link {
  /** @param {Ends} ends */
  constructor(ends) {
    this.ends = ends;
    this.address = `/live/${ends.code}/${ends.role}`;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.isUp = false;
    this.hasSocket = false;
    this.fails = 0;
    this.takes = 0;
    this.stopped = false;
    /** @type {number | null} the question that is looked at, where learners choose their own way */
    this.at = null;
    this.timers = { again: 0, call: 0, deaf: 0, ask: 0 };
    const wake = () => document.visibilityState === "visible" && this.check();
    document.addEventListener("visibilitychange", wake);
    window.addEventListener("pageshow", wake);
    window.addEventListener("online", () => this.check());
    window.addEventListener("offline", () => this.down());
    this.stopListening = () => {
      document.removeEventListener("visibilitychange", wake);
      window.removeEventListener("pageshow", wake);
    };
    this.open();
  }

  open() {
    if (this.stopped) return;
    clearTimeout(this.timers.again);
    this.drop();
    const url = new URL(`${this.address}/socket`, location.href);
    url.protocol = url.protocol === "https:" ? "wss:" : "ws:";
    let socket;
    try {
      socket = new WebSocket(url.href);
    } catch {
      return this.again();
    }
    this.socket = socket;
    const mine = () => this.socket === socket;
    socket.onopen = () => {
      if (!mine()) return;
      socket.send(JSON.stringify({ token: this.ends.token }));
      if (this.at !== null) socket.send(JSON.stringify({ at: this.at }));
    };
    socket.onmessage = (event) => mine() && this.take(event.data);
    socket.onclose = (event) => {
      if (!mine()) return;
      this.socket = null;
      this.hasSocket = false;
      if (event.code === 4004) return this.refuse(404, "This lesson has been deleted.");
      this.again();
    };
    // A network that swallows everything lets a socket hang for minutes.
    this.timers.deaf = setTimeout(() => mine() && !this.hasSocket && this.again(), DEAF);
  }

  take(text) {
    clearTimeout(this.timers.deaf);
    this.takes += 1;
    if (text !== "pong") {
      const told = JSON.parse(text);
      if (told.refused) {
        if (told.refused === 503) return;
        return this.refuse(told.refused, told.message);
      }
      this.ends.heard(told);
    }
    this.hasSocket = true;
    this.fails = 0;
    clearTimeout(this.timers.ask);
    this.up();
    clearTimeout(this.timers.call);
    this.timers.call = setTimeout(() => this.call(), CALL);
  }

  /** Is the other side still there? A line can be dead without saying so. */
  call(patience = DEAF) {
    const { socket } = this;
    if (!socket || socket.readyState !== WebSocket.OPEN) return this.open();
    socket.send("ping");
    clearTimeout(this.timers.deaf);
    this.timers.deaf = setTimeout(() => this.socket === socket && this.again(), patience);
  }

  /** After sleep, or when the network is back: at once, not when a timer happens to ring. */
  check() {
    if (this.stopped) return;
    if (this.hasSocket) {
      this.call(1500);
      void this.glance();
    } else this.open();
  }

  /** Ask once beside a socket that may be dead; what came by the socket meanwhile is newer. */
  async glance() {
    const { takes } = this;
    const reply = await this.fetch(this.snapshotPath());
    const told = reply?.ok ? await reply.json().catch(() => null) : null;
    if (told && !this.stopped && takes === this.takes) this.ends.heard(told);
  }

  again() {
    this.drop();
    this.down();
    this.fails += 1;
    const wait = Math.min(LONGEST, FIRST * 2 ** Math.min(this.fails - 1, 6));
    clearTimeout(this.timers.again);
    this.timers.again = setTimeout(() => this.open(), wait * (0.7 + 0.6 * Math.random()));
    if (this.fails >= 2) this.ask();
  }

  /** Without a socket: ask for the same snapshot. */
  async ask() {
    clearTimeout(this.timers.ask);
    if (this.stopped || this.hasSocket) return;
    const reply = await this.fetch(this.snapshotPath());
    if (this.stopped || this.hasSocket) return;
    if (reply?.ok) {
      this.ends.heard(await reply.json());
      this.up();
    } else if (reply && [401, 403, 404].includes(reply.status)) {
      const { message } = await reply.json().catch(() => ({}));
      return this.refuse(reply.status, message ?? "");
    } else this.down();
    this.timers.ask = setTimeout(() => this.ask(), ASK);
  }

  snapshotPath() {
    return this.address + (this.at === null ? "" : `?at=${this.at}`);
  }

  /** Send a message by the socket, or to `path` where there is none. */
  async send(message, path) {
    if (this.hasSocket && this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
      return;
    }
    await this.post(path, message);
  }

  /** @returns {Promise<{ok: boolean, message: string} | null>} null if nobody was reached */
  async post(path, message) {
    const reply = await this.fetch(this.address + path, {
      method: "POST",
      body: JSON.stringify(message),
    });
    if (!reply) return null;
    const told = await reply.json().catch(() => ({}));
    if (reply.ok) this.ends.heard(told);
    return { ok: reply.ok, message: told.message ?? "" };
  }

  async fetch(path, settings = {}) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), DEAF);
    const headers = { authorization: `Bearer ${this.ends.token}` };
    if (settings.body) headers["content-type"] = "application/json";
    try {
      return await fetch(path, { ...settings, headers, signal: stop.signal, cache: "no-store" });
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  up() {
    if (!this.isUp) this.ends.changed("connected");
    this.isUp = true;
  }

  down() {
    if (this.isUp || this.fails === 0) this.ends.changed("reconnecting");
    this.isUp = false;
  }

  drop() {
    const { socket } = this;
    this.socket = null;
    this.hasSocket = false;
    for (const timer of ["deaf", "call"]) clearTimeout(this.timers[timer]);
    if (socket) {
      socket.onclose = socket.onmessage = socket.onopen = null;
      socket.close();
    }
  }

  refuse(status, sentence) {
    this.stop();
    this.ends.refused(status, sentence);
  }

  stop() {
    this.stopped = true;
    this.stopListening();
    this.drop();
    for (const timer of Object.values(this.timers)) clearTimeout(timer);
  }
}
