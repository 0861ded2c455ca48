// @ts-check
/** The text of a file with line numbers, and below it everything that is wrong with it. */

import { el, icon } from "./dom.js";
import { Draft, anyUnsaved, findDraft } from "./editor-draft.js";
import { dress } from "./look.js";

/** How long nothing is typed before the text is checked; longer where checking takes long. */
const PAUSE = 400;
const LONGEST_PAUSE = 3000;

/** @type {WeakMap<Element | ShadowRoot, Editor>} */
const editors = new WeakMap();
let count = 0;

/**
 * Show a text in `root`, or bring the one that is there up to date.
 *
 * @param {Element | ShadowRoot} root
 * @param {any} data see text_editor.py
 * @param {(message: any) => void} send
 * @returns {Promise<void>} settled once it is drawn
 */
export async function mount(root, data, send) {
  const editor = editors.get(root) ?? new Editor();
  editors.set(root, editor);
  editor.wanted = data;
  editor.send = send;
  await dress(root, "editor.css");
  if (editor.wanted !== data) return;
  if (editor.frame.parentNode !== root) root.append(editor.frame);
  editor.update(data);
}

/** Forget what `root` shows: it is about to be taken away. @param {Element | ShadowRoot} root */
export function leave(root) {
  editors.get(root)?.leave();
  editors.delete(root);
}

window.addEventListener("beforeunload", (event) => {
  if (anyUnsaved()) event.preventDefault();
});

const plural = (number, thing) => `${number.toLocaleString("en")} ${thing}${number === 1 ? "" : "s"}`;

/** A sentence, but no full stop that could be taken for a part of what is quoted at its end. */
const ended = (words) => (/[.?!"'`]$/.test(words) ? words : `${words}.`);

class Editor {
  uid = `ed${(count += 1)}`;
  /** @type {any} */
  wanted = null;
  /** @type {any} */
  data = null;
  /** @type {Draft | null} */
  draft = null;
  /** @type {(message: any) => void} */
  send = () => {};
  timer = 0;
  /** The line that was gone to, 0 for none. */
  marked = 0;
  /** @type {Map<number, string>} what is wrong in a line: error or warning */
  faulty = new Map();

  constructor() {
    const { uid } = this;
    this.area = el("textarea.ed-area", {
      id: uid, wrap: "off", rows: "24", spellcheck: "false", autocomplete: "off", autocapitalize: "off",
      autocorrect: "off", "aria-describedby": `${uid}-hint`,
      input: () => this.typed(), keydown: (event) => this.pressed(event), scroll: () => this.drawLines(),
      blur: () => this.check(),
    });
    this.numbers = el("div.ed-numbers");
    this.band = el("div.ed-band", { hidden: true });
    this.state = el("p.ed-state", { role: "status" });
    this.save = el("button.ed-button.ed-primary", { type: "button", text: "Save", click: () => this.ask("save") });
    this.undo = el("button.ed-button", { type: "button", text: "Undo my changes", click: () => this.ask("undo") });
    this.reason = el("p.ed-reason", { id: `${uid}-reason` });
    this.save.setAttribute("aria-describedby", `${uid}-reason`);
    this.said = el("p.ed-said", { role: "alert" });
    this.list = el("ol.ed-faults");
    this.more = el("p.ed-reason");
    this.frame = el(
      "div.ed",
      {},
      el("div.ed-head", {}, el("label", { for: uid, text: "The whole file" }), this.state),
      el(
        "div.ed-box",
        {},
        el("div.ed-gutter", { "aria-hidden": "true" }, this.numbers),
        el("div.ed-page", {}, this.band, this.area),
      ),
      el("p.ed-hint", {
        id: `${uid}-hint`,
        text: "Checked when you pause, or at once with Ctrl+Enter. The Tab key leaves the text; indent with two spaces.",
      }),
      el("div.ed-actions", {}, this.save, this.undo, this.reason),
      this.said,
      this.list,
      this.more,
    );
    this.watch = new ResizeObserver(() => this.drawLines());
    this.watch.observe(this.area);
  }

  update(data) {
    this.data = data;
    if (this.draft?.id !== data.id && !this.takeUp(data)) return;
    const draft = /** @type {Draft} */ (this.draft);
    draft.heard(data.number);
    draft.isUnsaved = data.is_changed;
    if (data.wants_whole && !draft.isWaiting) this.tell("", true);
    else if (!draft.isKnown && !draft.isWaiting) this.wait();
    this.drawFaults();
    this.drawState();
    this.drawLines();
  }

  /** Shows the text that the page means; one that is not here is asked for. */
  takeUp(data) {
    const draft = findDraft(data.id) ?? (data.text === null ? undefined : new Draft(data.id, data.text, data.number));
    if (!draft) {
      this.send({ id: data.id, action: "need", asked: (count += 1) });
      return false;
    }
    // Whatever was on its way when this text was last seen has arrived by now, or never will.
    draft.sentAt = 0;
    this.draft = draft;
    this.area.value = draft.text;
    const [start, end] = draft.selection;
    this.area.setSelectionRange(start, end);
    [this.area.scrollTop, this.area.scrollLeft] = draft.scroll;
    this.mark(0);
    return true;
  }

  leave() {
    clearTimeout(this.timer);
    this.watch.disconnect();
    if (!this.draft) return;
    this.draft.selection = [this.area.selectionStart, this.area.selectionEnd];
    this.draft.scroll = [this.area.scrollTop, this.area.scrollLeft];
  }

  // --- what the author does ---------------------------------------------------------------------

  typed() {
    if (!this.draft) return;
    this.draft.text = this.area.value;
    this.mark(0);
    this.drawState();
    this.drawLines();
    this.wait();
  }

  pressed(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === "Enter") this.tell("");
    else if (event.key === "s") this.ask("save");
    else return;
    event.preventDefault();
  }

  wait() {
    clearTimeout(this.timer);
    const pause = Math.min(Math.max(PAUSE, this.draft?.took ?? 0), LONGEST_PAUSE);
    this.timer = window.setTimeout(() => this.check(), pause);
  }

  /** Has the text checked, unless the server knows it; while it is busy, what is typed waits. */
  check() {
    if (!this.draft || this.draft.isKnown) return;
    if (this.draft.isWaiting) this.wait();
    else this.tell("");
  }

  ask(action) {
    const button = action === "save" ? this.save : this.undo;
    if (!button.disabled) this.tell(action);
  }

  tell(action, whole = false) {
    if (!this.draft) return;
    clearTimeout(this.timer);
    this.send(this.draft.message(action, whole));
    this.drawState();
  }

  // --- what is shown ----------------------------------------------------------------------------

  drawState() {
    const { data, draft } = this;
    if (!data || !draft) return;
    const isChecked = draft.isKnown && !draft.sentAt;
    const isChanged = draft.isKnown ? data.is_changed : true;
    const faults = [
      ...(data.errors ? [plural(data.errors, "error")] : []),
      ...(data.warnings ? [plural(data.warnings, "warning")] : []),
    ].join(" and ");
    this.state.textContent = isChecked ? faults || "No faults" : "Checking…";
    this.save.disabled = !data.may_save || !data.is_readable || !isChanged;
    this.undo.disabled = !isChanged;
    this.reason.textContent = !data.may_save
      ? "The file has changed meanwhile: choose below."
      : !data.is_readable
        ? "Mend the errors first, then it can be saved. Warnings alone would not matter."
        : isChanged
          ? ""
          : "Nothing has been changed.";
    this.said.textContent = data.said;
  }

  drawFaults() {
    const { faults, errors, warnings } = this.data;
    this.faulty = new Map();
    for (const fault of [...faults].reverse()) {
      if (this.faulty.get(fault.line) !== "error") this.faulty.set(fault.line, fault.severity);
    }
    this.list.replaceChildren(...faults.map((fault) => this.row(fault)));
    const more = errors + warnings - faults.length;
    this.more.textContent = more > 0 ? `and ${more.toLocaleString("en")} more. Mend these first.` : "";
  }

  row(fault) {
    const isWarning = fault.severity === "warning";
    const about = fault.question ? `${/^question \d/.test(fault.question) ? "" : "question "}${fault.question}: ` : "";
    return el(
      `li.ed-${fault.severity}`,
      {},
      el("button.ed-go", {
        type: "button",
        text: `Go to line ${fault.line}`,
        click: () => this.goTo(fault.line, fault.column),
      }),
      el(
        "p",
        {},
        icon(isWarning ? "notice" : "wrong"),
        el("strong", { text: isWarning ? "Warning" : "Error" }),
        `${about ? ` in ${about}` : ": "}${ended(fault.message)} `,
        fault.help ? el("span.ed-help", { text: ended(fault.help[0].toUpperCase() + fault.help.slice(1)) }) : null,
      ),
    );
  }

  /** The numbers of the lines in view only: a large file has more than a page can hold. */
  drawLines() {
    if (!this.draft || !this.area.clientHeight) return;
    const high = this.lineHeight;
    const total = lines(this.draft.text);
    const first = Math.max(0, Math.floor(this.area.scrollTop / high));
    const last = Math.min(total, first + Math.ceil(this.area.clientHeight / high) + 1);
    const rows = [];
    for (let line = first + 1; line <= last; line += 1) {
      const fault = this.faulty.get(line);
      rows.push(el("div", { class: fault ? `ed-number ed-${fault}` : "ed-number", text: String(line) }));
    }
    this.numbers.replaceChildren(...rows);
    this.numbers.style.transform = `translateY(${first * high - this.area.scrollTop}px)`;
    this.numbers.parentNode.style.width = `${Math.max(3, String(total).length) + 2}ch`;
    this.band.hidden = this.marked === 0;
    this.band.style.transform = `translateY(${(this.marked - 1) * high - this.area.scrollTop}px)`;
  }

  get lineHeight() {
    return Number.parseFloat(getComputedStyle(this.area).lineHeight);
  }

  mark(line) {
    this.marked = line;
    this.band.hidden = line === 0;
  }

  /** Puts the cursor at a place, selects the rest of its line, and brings the line into view. */
  goTo(line, column) {
    const text = this.area.value;
    let start = 0;
    for (let n = 1; n < line; n += 1) {
      const next = text.indexOf("\n", start);
      if (next < 0) break;
      start = next + 1;
    }
    const found = text.indexOf("\n", start);
    const end = found < 0 ? text.length : found;
    // The server counts a character of two halves once, and no mark at the beginning of the file.
    const skipped = line === 1 && text.startsWith("\ufeff") ? 1 : 0;
    const before = Array.from(text.slice(start, end)).slice(0, column - 1 + skipped).join("").length;
    const at = Math.min(start + before, end);
    this.area.focus({ preventScroll: true });
    // A fault at the end of a line has nothing behind it: then the line itself is selected.
    if (at < end) this.area.setSelectionRange(at, end, "backward");
    else this.area.setSelectionRange(start, end, "forward");
    this.area.scrollTop = Math.max(0, (line - 1) * this.lineHeight - this.area.clientHeight / 3);
    const across = before * this.letter;
    this.area.scrollLeft = across < this.area.clientWidth * 0.8 ? 0 : across - this.area.clientWidth / 3;
    this.area.scrollIntoView({ block: "nearest" });
    this.mark(line);
    this.drawLines();
  }

  /** The width of one character. */
  get letter() {
    const measure = document.createElement("canvas").getContext("2d");
    if (!measure) return 8;
    measure.font = getComputedStyle(this.area).font;
    return measure.measureText("0").width;
  }
}

/** @param {string} text */
function lines(text) {
  let total = 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) total += 1;
  return total;
}
