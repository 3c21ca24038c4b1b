import { reasonOf } from "./call.ts";
import { element } from "./element.ts";
import { sheetOf } from "./paint.ts";
import { fill } from "./words.ts";

/** What the parts that are loaded later are given, so that they bring none of it again. */
export const kit = { element, fill, reasonOf, sheetOf };
export type Kit = typeof kit;
