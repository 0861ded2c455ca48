// @ts-check
/** Brings style sheets into a page or a shadow root, once each, and tells light from dark. */

/** @type {Map<string, Promise<string>>} */
const sheets = new Map();

/** @type {WeakMap<Node, Map<string, Promise<void>>>} */
const dressed = new WeakMap();

/**
 * Settles once the style sheet is there, or cannot be had: a plain card is better than none.
 *
 * @param {Node} root
 * @param {string} [name] the sheet's file
 * @returns {Promise<void>}
 */
export function dress(root, name = "card.css") {
  const holder = root.getRootNode();
  const worn = dressed.get(holder) ?? new Map();
  dressed.set(holder, worn);
  let done = worn.get(name);
  if (!done) {
    done = load(name).then(
      (text) => wear(holder, text),
      () => void worn.delete(name),
    );
    worn.set(name, done);
  }
  return done;
}

/**
 * A theme may be dark where the system is light: the background decides.
 *
 * @param {HTMLElement} frame
 */
export function tint(frame) {
  const [red, green, blue] = getComputedStyle(frame).backgroundColor.match(/[\d.]+/g) ?? [];
  const light = 0.3 * Number(red) + 0.59 * Number(green) + 0.11 * Number(blue);
  frame.dataset.scheme = light < 128 ? "dark" : "light";
}

/** @param {string} name */
function load(name) {
  const known = sheets.get(name);
  if (known) return known;
  const address = new URL(`./${name}`, import.meta.url).href;
  const text = fetch(address).then((reply) => {
    if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
    return reply.text();
  });
  sheets.set(name, text);
  text.catch(() => sheets.delete(name));
  return text;
}

/**
 * @param {any} holder
 * @param {string} text
 */
function wear(holder, text) {
  if ("replaceSync" in CSSStyleSheet.prototype && holder.adoptedStyleSheets) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    holder.adoptedStyleSheets = [...holder.adoptedStyleSheets, sheet];
    return;
  }
  const style = document.createElement("style");
  style.textContent = text;
  (holder instanceof Document ? holder.head : holder).append(style);
}
