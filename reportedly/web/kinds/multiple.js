// @ts-check
/** Any number of answers. */

import { options } from "./parts.js";

export const draw = (drawing) => options(drawing, "checkbox");
