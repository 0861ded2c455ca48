// @ts-check
/** What was chosen or typed but not sent yet, kept in this browser so that a reload loses nothing. */

const PREFIX = "reportedly-draft:";

/**
 * @typedef {object} Draft
 * @property {any} response the payload so far
 * @property {string | null} certainty
 * @property {any} [onTopOf] the stored response that the draft changes
 */

/** Run `work` on the store; a browser may refuse it (private mode, a full disk). */
function withStore(work) {
  try {
    return work(window.localStorage);
  } catch {
    return null;
  }
}

const same = (one, other) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/**
 * The draft of a question, unless a newer response was stored since; such a draft is removed.
 *
 * @param {string} id
 * @param {any} stored the response on the server
 * @returns {Draft | null}
 */
export function findDraft(id, stored) {
  const draft = withStore((store) => JSON.parse(store.getItem(PREFIX + id) ?? "null"));
  if (draft && same(draft.onTopOf, stored)) return draft;
  dropDraft(id);
  return null;
}

/** @param {string} id @param {Draft} draft */
export function keepDraft(id, draft) {
  withStore((store) => store.setItem(PREFIX + id, JSON.stringify(draft)));
}

/** @param {string} id */
export function dropDraft(id) {
  withStore((store) => store.removeItem(PREFIX + id));
}

/** Remove every draft in this browser. */
export function forgetDrafts() {
  withStore((store) => {
    const keys = Object.keys(store).filter((key) => key.startsWith(PREFIX));
    keys.forEach((key) => store.removeItem(key));
  });
}
