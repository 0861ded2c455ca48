// @ts-check
/** A few words, typed. */

import { typing } from "./parts.js";

export const draw = (drawing) => typing(drawing);
