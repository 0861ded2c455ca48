// @ts-check
/** A text that is edited here and kept on the server: each message carries only what changed. */

/** A character that takes two places here and one on the server. */
const WIDE = /[\ud800-\udbff][\udc00-\udfff]/g;

/** How long a message may be without an answer before the next one goes all the same. */
const PATIENCE = 30_000;

/** @type {Map<string, Draft>} what was typed outlives the place it was typed in */
const drafts = new Map();

/** @param {string} id @returns {Draft | undefined} */
export const findDraft = (id) => drafts.get(id);

/** Whether anything typed here is not in its file. */
export const anyUnsaved = () => [...drafts.values()].some((draft) => draft.isUnsaved || !draft.isKnown);

/** One text, with the states of it that the server may know. */
export class Draft {
  /** @type {Map<number, string>} */
  states = new Map();
  /** The newest state that the server has told of. */
  known = 0;
  /** The last message that was sent. */
  number = 0;
  /** When a message was sent that has no answer yet, else 0. */
  sentAt = 0;
  /** How long the last answer took, in milliseconds. */
  took = 0;
  isUnsaved = false;
  selection = [0, 0];
  scroll = [0, 0];

  /**
   * @param {string} id
   * @param {string} text
   * @param {number} number of the state that the text is
   */
  constructor(id, text, number) {
    this.id = id;
    this.text = text;
    this.known = this.number = number;
    this.states.set(number, text);
    for (const other of drafts.keys()) {
      // The text that this one takes the place of.
      if (bank(other) === bank(id)) drafts.delete(other);
    }
    drafts.set(id, this);
  }

  get isWaiting() {
    return this.sentAt > 0 && Date.now() - this.sentAt < PATIENCE;
  }

  /** Whether the server has heard of what is here now. */
  get isKnown() {
    return this.states.get(this.known) === this.text;
  }

  /**
   * The server has told which state it has. A lower number than before comes from a server that
   * was started anew; then what is here is counted from there again.
   *
   * @param {number} number
   */
  heard(number) {
    if (number < this.known) this.sentAt = 0;
    if (this.states.has(number)) {
      this.known = number;
      for (const old of this.states.keys()) {
        if (old < number && old > 0) this.states.delete(old);
      }
    }
    if (this.sentAt && number !== this.number) return;
    if (this.sentAt) this.took = Date.now() - this.sentAt;
    this.sentAt = 0;
  }

  /**
   * What to tell the server.
   *
   * @param {string} action what is to be done then, or ""
   * @param {boolean} [whole] whether nothing that was sent before can be counted on
   * @returns {any}
   */
  message(action, whole = false) {
    this.number += 1;
    this.states.set(this.number, this.text);
    this.sentAt = Date.now();
    const head = { id: this.id, number: this.number, action };
    const old = whole ? undefined : this.states.get(this.known);
    if (old === undefined) return { ...head, base: null, put: this.text };
    const [at, cut, end] = difference(old, this.text);
    return {
      ...head,
      base: this.known,
      at: points(old.slice(0, at)),
      cut: points(old.slice(at, cut)),
      put: this.text.slice(at, end),
      length: this.text.length,
    };
  }
}

/** @param {string} id */
const bank = (id) => id.replace(/-[0-9a-f]+-\d+$/, "");

/** The length of a text as the server counts it. @param {string} text */
function points(text) {
  return text.length - (text.match(WIDE)?.length ?? 0);
}

/**
 * Where two texts begin to differ, and where in each of them they are the same again.
 *
 * @param {string} old
 * @param {string} text
 * @returns {[number, number, number]}
 */
function difference(old, text) {
  const most = Math.min(old.length, text.length);
  let at = 0;
  while (at < most && old.charCodeAt(at) === text.charCodeAt(at)) at += 1;
  if (isSecondHalf(old, at) || isSecondHalf(text, at)) at -= 1;
  let same = 0;
  while (same < most - at && old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same)) same += 1;
  if (isSecondHalf(old, old.length - same) || isSecondHalf(text, text.length - same)) same -= 1;
  return [at, old.length - same, text.length - same];
}

/** Whether a cut here would halve a character. @param {string} text @param {number} at */
function isSecondHalf(text, at) {
  if (at <= 0 || at >= text.length) return false;
  const [before, here] = [text.charCodeAt(at - 1), text.charCodeAt(at)];
  return before >= 0xd800 && before < 0xdc00 && here >= 0xdc00 && here < 0xe000;
}
