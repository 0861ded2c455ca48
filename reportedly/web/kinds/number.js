// @ts-check
/** A number, typed; the server reads it. */

import { typing } from "./parts.js";

export const draw = (drawing) => typing(drawing, { inputmode: "decimal", unit: drawing.body.unit });
