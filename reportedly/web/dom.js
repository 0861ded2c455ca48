// @ts-check
/** What every part of the card is built from: elements and inline icons. */

/**
 * A new element, from "tag" or "tag.class". `text` is set as text; `html` is for fields the server has rendered and
 * sanitised; a function listens to the event of that name; false, null and undefined are left out.
 *
 * @param {string} kind
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined)} children
 * @returns {any}
 */
export function el(kind, attributes = {}, ...children) {
  const [name, look] = kind.split(".");
  const node = document.createElement(name);
  if (look) node.className = look;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key === "text") node.textContent = value;
    else if (key === "html") node.innerHTML = value;
    else if (typeof value === "function") node.addEventListener(key, value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** Strokes on a 24 by 24 field; `box` is empty until its toggle is pressed (card.css). */
const STROKES = {
  right: "M5 12.5l4.5 4.5L19 7.5",
  wrong: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  partly: "M5 12h14",
  notice: "M12 6v7.5M12 17.4v.1",
  up: "M12 19V5.5M6 11l6-6 6 6",
  down: "M12 5v13.5M6 13l6 6 6-6",
  grip: "M9 6v.1M9 12v.1M9 18v.1M15 6v.1M15 12v.1M15 18v.1",
  box: "M7.5 12.5l3.2 3.2L16.8 9",
};

const SAME = { missed: "right", left: "partly" };

/**
 * A decorative icon: the words beside it carry the meaning.
 *
 * @param {string} name
 * @returns {SVGElement}
 */
export function icon(name) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  const settings = { viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries(settings)) svg.setAttribute(key, value);
  svg.setAttribute("class", `rc-icon rc-icon-${name}`);
  const path = document.createElementNS(space, "path");
  path.setAttribute("d", STROKES[name] ?? STROKES[SAME[name]]);
  svg.append(path);
  return svg;
}

/** Words for screen readers only. @param {string} text */
export const spoken = (text) => el("span.rc-spoken", { text });
