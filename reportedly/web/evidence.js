// @ts-check
/** The articles of a story, in which an author chooses words: with a mouse, by touch, by keyboard. */

import { el } from "./dom.js";
import { dress, tint } from "./look.js";

/** Marks at the edges of words that belong to the sentence around them, not to the quotation. */
const EDGES = /^[\s"'“”‘’«»(\[–—-]+|[\s"'“”‘’«»)\]–—,.;:!?-]+$/g;
const HELP =
  "Press on the first word, then on the last one; or drag with a mouse. " +
  "With the keyboard: arrows move, Enter chooses the first and the last word.";

/** @type {WeakMap<Element | ShadowRoot, Picker>} */
const pickers = new WeakMap();
let count = 0;

/**
 * Show the articles in `root`, or bring what is there up to date.
 *
 * @param {Element | ShadowRoot} root
 * @param {{most: number, uses: {id: string, label: string}[], articles: any[]}} data
 * @param {(picked: {use: string, at: string, words: string}) => void} tell
 * @returns {Promise<void>} settled once it is drawn
 */
export async function mount(root, data, tell) {
  const picker = pickers.get(root) ?? new Picker();
  pickers.set(root, picker);
  picker.tell = tell;
  await Promise.all([dress(root), dress(root, "evidence.css")]);
  if (picker.frame.parentNode !== root) root.append(picker.frame);
  picker.update(data);
}

class Picker {
  uid = `ev${(count += 1)}`;
  /** @type {string} what is drawn */
  drawn = "";
  /** @type {any} */
  data = null;
  /** @type {Function} */
  tell = () => {};
  /** @type {HTMLElement | null} where the choice begins */
  first = null;
  /** @type {HTMLElement | null} where it ends */
  last = null;
  /** Whether the next press ends the choice instead of beginning another. */
  isOpen = false;
  isDragging = false;
  /** Whether the press of a mouse has done already what the click after it would do. */
  isDone = false;

  constructor() {
    const help = `${this.uid}-help`;
    this.switch = el("div.ev-switch", { role: "group", "aria-label": "Article" });
    this.list = el("div.ev-articles", {
      pointerdown: (event) => this.press(event),
      click: (event) => this.tap(event),
      pointerover: (event) => this.drag(event),
      keydown: (event) => this.key(event),
      focusin: (event) => this.rove(event.target.closest?.("[data-word]")),
    });
    this.list.setAttribute("aria-describedby", help);
    this.chosen = el("p.ev-chosen", { role: "status" });
    this.alert = el("p.ev-alert", { role: "alert" });
    this.actions = el("div.rc-actions");
    const bar = el("div.ev-bar", {}, this.chosen, this.alert, this.actions);
    const told = el("p.rc-help", { id: help, text: HELP });
    this.frame = el("div.rc.ev", {}, told, this.switch, this.list, bar);
    addEventListener("pointerup", () => (this.isDragging = false));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => tint(this.frame));
  }

  update(data) {
    tint(this.frame);
    const wanted = JSON.stringify(data);
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    this.data = data;
    this.list.replaceChildren(...data.articles.map((article) => this.article(article)));
    this.list.querySelectorAll("[role=listbox]").forEach((box) => {
      box.querySelector("[data-word]")?.setAttribute("tabindex", "0");
    });
    this.switch.replaceChildren(
      ...data.articles.map((article, at) =>
        el("button.ev-tab", { type: "button", text: article.label, click: () => this.show(at) }),
      ),
    );
    this.show(0);
    this.actions.replaceChildren(
      ...data.uses.map((use, at) =>
        el("button", {
          type: "button",
          class: at ? "rc-button" : "rc-button rc-primary",
          text: use.label,
          click: () => this.use(use.id),
        }),
      ),
    );
    this.clear();
  }

  article({ label, paragraphs }) {
    return el(
      "div.ev-article",
      { role: "listbox", "aria-multiselectable": "true", "aria-label": `Words of ${label}` },
      ...paragraphs.map((paragraph) => this.paragraph(paragraph)),
    );
  }

  paragraph({ at, role, text }) {
    const words = [];
    for (const found of text.matchAll(/\S+/g)) {
      const { index } = found;
      words.push(
        el("span.ev-word", {
          role: "option",
          tabindex: "-1",
          "aria-selected": "false",
          "data-word": `${index},${index + found[0].length}`,
          text: found[0],
        }),
        " ",
      );
    }
    const number = el("span.ev-at", { "aria-hidden": "true", text: at });
    const run = el("div.ev-run", { role: "group", "aria-label": at, "data-role": role }, ...words);
    run.dataset.at = at;
    Object.assign(run, { said: text });
    return el("div.ev-paragraph", { role: "presentation" }, number, run);
  }

  show(at) {
    [...this.list.children].forEach((article, n) => (article.hidden = n !== at));
    [...this.switch.children].forEach((tab, n) => tab.setAttribute("aria-pressed", String(n === at)));
  }

  // --- choosing ---------------------------------------------------------------------------------

  press(event) {
    const word = event.target.closest?.("[data-word]");
    // A finger that is put down may be about to scroll: its tap is a click.
    this.isDone = Boolean(word) && event.pointerType === "mouse" && !event.button;
    if (!this.isDone) return;
    event.preventDefault();
    this.isDragging = true;
    word.focus({ preventScroll: true });
    this.choose(word, event.shiftKey);
  }

  tap(event) {
    const word = event.target.closest?.("[data-word]");
    if (word && !this.isDone) this.choose(word, event.shiftKey);
    this.isDone = false;
  }

  drag(event) {
    const word = event.target.closest?.("[data-word]");
    if (!this.isDragging || !word || !this.first || word === this.last) return;
    if (word.parentNode !== this.first.parentNode) return;
    this.last = word;
    this.isOpen = false;
    this.paint();
  }

  choose(word, extends_ = false) {
    const goesOn = this.first && (this.isOpen || extends_);
    if (goesOn && word.parentNode === this.first?.parentNode) {
      this.last = word;
      this.isOpen = false;
    } else {
      this.first = this.last = word;
      this.isOpen = true;
    }
    this.paint();
  }

  key(event) {
    const word = event.target.closest?.("[data-word]");
    if (!word) return;
    if (event.key === "Enter" || event.key === " ") this.choose(word, event.shiftKey);
    else if (event.key === "Escape") this.clear();
    else {
      const next = this.neighbour(word, event);
      if (!next) return;
      next.focus();
      if (event.shiftKey) this.extend(word, next);
    }
    event.preventDefault();
  }

  /** Shift and an arrow: the choice reaches from where it began to here. */
  extend(from, to) {
    if (!this.first || this.first.parentNode !== from.parentNode) this.first = from;
    if (to.parentNode !== this.first.parentNode) return;
    this.last = to;
    this.isOpen = false;
    this.paint();
  }

  neighbour(word, { key }) {
    const box = word.closest("[role=listbox]");
    const words = [...box.querySelectorAll("[data-word]")];
    const here = words.indexOf(word);
    const paragraphs = [...box.querySelectorAll(".ev-run")];
    const at = paragraphs.indexOf(word.parentNode);
    const firstOf = (n) => paragraphs[n]?.querySelector("[data-word]");
    const own = words.filter((each) => each.parentNode === word.parentNode);
    /** @type {Record<string, any>} */
    const ways = {
      ArrowRight: words[here + 1],
      ArrowLeft: words[here - 1],
      ArrowDown: firstOf(at + 1),
      ArrowUp: firstOf(at - 1),
      Home: own[0],
      End: own.at(-1),
    };
    return ways[key];
  }

  /** One word of an article takes part in the order of Tab: the last one visited. */
  rove(word) {
    const box = word?.closest("[role=listbox]");
    box?.querySelector("[tabindex='0']")?.setAttribute("tabindex", "-1");
    word?.setAttribute("tabindex", "0");
  }

  // --- what is chosen ---------------------------------------------------------------------------

  words() {
    const run = /** @type {any} */ (this.first?.parentNode);
    return run ? [...run.querySelectorAll("[data-word]")] : [];
  }

  picked() {
    const words = this.words();
    const run = /** @type {any} */ (this.first?.parentNode);
    if (!run || !this.first || !this.last) return null;
    const [low, high] = [words.indexOf(this.first), words.indexOf(this.last)].sort((a, b) => a - b);
    const start = Number(words[low].dataset.word.split(",")[0]);
    const end = Number(words[high].dataset.word.split(",")[1]);
    const said = run.said.slice(start, end).replace(EDGES, "");
    return { at: run.dataset.at, words: said, low, high, count: said.split(/\s+/).length };
  }

  paint() {
    this.list.querySelectorAll("[aria-selected=true]").forEach((word) => {
      word.setAttribute("aria-selected", "false");
    });
    this.alert.textContent = "";
    const picked = this.picked();
    if (!picked) {
      this.chosen.textContent = "Nothing is chosen yet.";
      return;
    }
    const words = this.words().slice(picked.low, picked.high + 1);
    words.forEach((word) => word.setAttribute("aria-selected", "true"));
    const many = picked.count === 1 ? "1 word" : `${picked.count} words`;
    this.chosen.textContent = `${picked.at}: “${picked.words}” (${many})`;
    if (picked.count > this.data.most) this.alert.textContent = this.tooMany(picked.count);
  }

  tooMany(number) {
    return `These are ${number} words; quote at most ${this.data.most}.`;
  }

  use(id) {
    const picked = this.picked();
    if (!picked || !picked.words) {
      this.alert.textContent = "Choose the words first.";
    } else if (picked.count > this.data.most) {
      this.alert.textContent = this.tooMany(picked.count);
    } else {
      this.tell({ use: id, at: picked.at, words: picked.words });
      this.clear();
    }
  }

  clear() {
    this.first = this.last = null;
    this.isOpen = false;
    this.paint();
  }
}
