import type { Context } from "../kernel/context.ts";
import { storeText } from "../source/store-text.ts";

/** A belief's statement, as the file that it is read from like any source. */
export function storeBelief(ctx: Context, statement: string) {
  return storeText(ctx, statement, { fileName: "belief.txt", mediaType: "text/plain" });
}

/** What a citation names it by. A title that repeats the statement would weigh its words twice. */
export function titleOfBelief(scope: string | null): string {
  return scope || "Belief";
}
