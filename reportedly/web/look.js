// @ts-check
/** Brings the card's style sheet into a page or a shadow root, once each. */

const address = new URL("./card.css", import.meta.url).href;

let css = null;

const dressed = new WeakMap();

/**
 * Settles once the style sheet is there, or cannot be had: a plain card is better than none.
 *
 * @param {Node} root
 * @returns {Promise<void>}
 */
export function dress(root) {
  const holder = root.getRootNode();
  let done = dressed.get(holder);
  if (!done) {
    done = load().then(
      (text) => wear(holder, text),
      () => void dressed.delete(holder),
    );
    dressed.set(holder, done);
  }
  return done;
}

function load() {
  css ??= fetch(address).then((reply) => {
    if (!reply.ok) throw new Error(`${address}: ${reply.status}`);
    return reply.text();
  });
  css.catch(() => (css = null));
  return css;
}

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
