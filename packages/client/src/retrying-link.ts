import type { Operation, TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@understudy/api/router";
import { newKey } from "./new-key.ts";
import { mayRetry, waitBefore } from "./retry-policy.ts";
import { nameError } from "./understudy-error.ts";

/** Tries again after a lost or busy connection, and throws what stays under its reason. */
export function retryingLink(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        const keyed = op.type === "mutation" ? withKey(op) : op;
        let current: { unsubscribe(): void } | undefined;
        let timer: ReturnType<typeof setTimeout> | undefined;
        const run = (attempts: number) => {
          current = next(keyed).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error(thrown) {
              const error = nameError(thrown);
              const isOver = op.signal?.aborted || op.type === "subscription";
              if (isOver || !mayRetry(error, attempts)) return observer.error(error);
              const { retryAfterSeconds } = error;
              const waitMs = waitBefore(attempts, { retryAfterSeconds, random: Math.random() });
              timer = setTimeout(() => run(attempts + 1), waitMs);
            },
          });
        };
        run(1);
        return () => {
          clearTimeout(timer);
          current?.unsubscribe();
        };
      });
}

/** The caller's own, or one for this call and all its attempts. */
function withKey(op: Operation): Operation {
  const idempotencyKey = op.context.idempotencyKey ?? newKey();
  return { ...op, context: { ...op.context, idempotencyKey } };
}
