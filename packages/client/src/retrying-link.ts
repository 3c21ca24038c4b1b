import type { TRPCLink } from "@trpc/client";
import { observable } from "@trpc/server/observable";
import type { AppRouter } from "@understudy/api/router";
import { mayRetry, waitBefore } from "./retry-policy.ts";
import { nameError } from "./understudy-error.ts";

/** Tries again where that is safe, and throws what stays under its reason. */
export function retryingLink(): TRPCLink<AppRouter> {
  return () =>
    ({ op, next }) =>
      observable((observer) => {
        const isReading = op.type === "query";
        let current: { unsubscribe(): void } | undefined;
        let timer: ReturnType<typeof setTimeout> | undefined;
        const run = (attempts: number) => {
          current = next(op).subscribe({
            next: (value) => observer.next(value),
            complete: () => observer.complete(),
            error(thrown) {
              const error = nameError(thrown);
              const isOver = op.signal?.aborted || op.type === "subscription";
              if (isOver || !mayRetry(error, { attempts, isReading })) return observer.error(error);
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
