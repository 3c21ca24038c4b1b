import { resolveOrigin } from "@understudy/db/queries/resolve";
import type { Door } from "../kernel/door.ts";
import { entriesFor } from "./origin.ts";

/** Whether any widget answers there; whose it is shows with its key. */
export function isServedOrigin(door: Door, origin: string): Promise<boolean> {
  return door.resolve((tx) => resolveOrigin(tx, entriesFor(origin)));
}
