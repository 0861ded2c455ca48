// @ts-check
/** Moves rows of a list by keys, and lets the keyboard follow a row to its new place. */

const ROW = '[class*="st-key-question-row-"]';
const ARROWS = { ArrowUp: "up", ArrowDown: "down" };

/**
 * @typedef {object} Move
 * @property {string} row what was moved; "" if it is not on the page
 * @property {"up" | "down"} way
 * @property {number} number where it will stand
 * @property {number} turn how many moves there were
 */

/** How long the page may take to save and to draw the rows anew, in milliseconds. */
const PATIENCE = 60000;

let turn = 0;
let listening = false;

/**
 * The move that is under way: until the focus has arrived, whatever stands under it, the keys mean
 * the question that they moved before.
 *
 * @type {{id: string, next: string[], until: number} | null}
 */
let underWay = null;

/**
 * Hear keys in rows, and once for each `turn` bring the focus to a row.
 *
 * @param {Move} data
 */
export function follow(data) {
  if (!listening) {
    document.addEventListener("keydown", pressed);
    listening = true;
  }
  if (data.row && data.turn !== turn) {
    turn = data.turn;
    bring(data, performance.now() + PATIENCE);
  }
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  const to = ARROWS[event.key];
  const row = event.target instanceof Element ? event.target.closest(ROW) : null;
  if (!to || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (underWay && performance.now() < underWay.until) {
    event.preventDefault();
    underWay.next.push(to);
  } else if (row) {
    event.preventDefault();
    move(idOf(row), [to]);
  }
}

/**
 * Make the first of these moves, and keep the others until it is done.
 *
 * @param {string} id
 * @param {string[]} moves
 */
function move(id, [to, ...next]) {
  const row = to && rowOf(id);
  const pressable = row && button(row, to);
  underWay = pressable ? { id, next, until: performance.now() + PATIENCE } : null;
  pressable?.click();
}

/**
 * @param {Move} data
 * @param {number} until
 */
function bring(data, until) {
  if (data.turn !== turn || performance.now() > until) return;
  const row = rowOf(data.row);
  const at = row?.querySelector("[data-number]")?.getAttribute("data-number");
  const target = row && (button(row, data.way) ?? button(row, data.way === "up" ? "down" : "up"));
  if (at !== String(data.number) || !target) {
    requestAnimationFrame(() => bring(data, until));
    return;
  }
  target.focus();
  target.scrollIntoView({ block: "nearest" });
  if (underWay?.id === data.row) move(underWay.id, underWay.next);
}

/**
 * @param {string} id
 * @returns {Element | null}
 */
function rowOf(id) {
  return document.querySelector(`.st-key-question-row-${CSS.escape(id)}`);
}

/**
 * @param {Element} row
 * @returns {string}
 */
function idOf(row) {
  const name = [...row.classList].find((one) => one.startsWith("st-key-question-row-")) ?? "";
  return name.slice("st-key-question-row-".length);
}

/**
 * @param {Element} row
 * @param {string} name
 * @returns {HTMLButtonElement | null} the button, if it can be pressed
 */
function button(row, name) {
  return row.querySelector(`[class*="st-key-${name}-"] button:not([disabled])`);
}
