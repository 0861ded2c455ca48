// @ts-check
/** One answer of several. */

import { options } from "./parts.js";

export const draw = (drawing) => options(drawing, "radio");
