import { call, Refused, reasonOf, send } from "./call.ts";
import { element, iconButton } from "./element.ts";
import { tellPage } from "./host-api.ts";
import { sheetOf } from "./paint.ts";
import { fill } from "./words.ts";

/** What the parts that are loaded later are given, so that they bring none of it again. */
export const kit = { call, element, fill, iconButton, Refused, reasonOf, send, sheetOf, tellPage };
export type Kit = typeof kit;
