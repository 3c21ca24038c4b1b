import { kit } from "./kit.ts";
import type { Trying } from "./overcome-refusal.ts";

/** Tries, and goes on trying where the server only wants something first. */
export function tryOn<Result>(trying: Trying<Result>): Promise<Result> {
  return trying
    .again()
    .catch((refusal) =>
      import("./overcome-refusal.ts").then((it) => it.overcomeRefusal(kit, refusal, trying)),
    );
}
