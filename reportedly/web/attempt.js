// @ts-check
/** Plays an attempt in one place of a page: sends what the card tells, shows what comes back. */

import { mount } from "./card.js";

const UNREACHABLE =
  "The server cannot be reached. What you chose is kept here; please try again in a moment.";

/** How long the page may take to draw what the card no longer shows, in milliseconds. */
const PATIENCE = 4000;

/** @type {WeakMap<object, {stamp: string, latest: any, tries: number}>} */
const views = new WeakMap();

/**
 * Show the card that the page gave, or a newer one that the server has sent since.
 *
 * @param {Element | ShadowRoot} root
 * @param {any} data the card; with `post`, the address to send to, `stamp` differs each time the page
 *   has looked anew; without it each card is newer than the last
 * @param {(message: any) => void} tellPage hands a message to the page itself
 * @returns {Promise<void>}
 */
export async function play(root, data, tellPage) {
  let view = views.get(root);
  if (!view || !data.post || view.stamp !== data.stamp) {
    view = { stamp: data.stamp, latest: data, tries: 0 };
    views.set(root, view);
  }
  const current = view;
  const show = (/** @type {any} */ card) => {
    current.latest = card;
    return mount(root, card, send);
  };
  // Counted, so that the card hears of it also when the same sentence comes back.
  const say = (/** @type {string} */ message) =>
    show({ ...current.latest, message, tries: (current.tries += 1) });

  async function send(message) {
    const reply = data.post ? await post(data.post, message) : null;
    if (data.post && !reply) return say(UNREACHABLE);
    if (!reply || reply.status === 401) return tellPage(message);
    const next = await reply.json().catch(() => ({}));
    if (views.get(root) !== current) return undefined;
    if (next.card) return show({ ...next.card, tries: (current.tries += 1) });
    if (next.message) return say(next.message);
    return turnOver(next.turn);
  }

  /** The page draws what comes now; one that has lost its server begins anew. */
  function turnOver(turn) {
    tellPage({ turn });
    setTimeout(() => {
      if (views.get(root) === current && current.stamp === data.stamp) window.location.reload();
    }, PATIENCE);
  }

  await mount(root, view.latest, send);
}

/** Forget what `root` shows: it is about to be taken away. @param {Element | ShadowRoot} root */
export function leave(root) {
  views.delete(root);
}

async function post(address, message) {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(message),
    });
  } catch {
    return null;
  }
}
