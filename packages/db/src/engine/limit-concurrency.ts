import { DatabaseBusy } from "../errors.ts";

interface Limit {
  slots: number;
  maxWaitMs: number;
}

/** Runs at most `slots` works at once, first come first served; one that waits too long is refused. */
export function limitConcurrency({ slots, maxWaitMs }: Limit) {
  let free = slots;
  const waiting = new Set<() => void>();

  const take = async () => {
    if (free > 0) {
      free -= 1;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    waiting.add(resolve);
    const timer = setTimeout(() => {
      waiting.delete(resolve);
      reject(new DatabaseBusy(`no database connection became free within ${maxWaitMs} ms`));
    }, maxWaitMs);
    await promise.finally(() => clearTimeout(timer));
  };
  const give = () => {
    const [next] = waiting;
    if (!next) {
      free += 1;
      return;
    }
    waiting.delete(next);
    next();
  };

  return async <T>(work: () => Promise<T>): Promise<T> => {
    await take();
    try {
      return await work();
    } finally {
      give();
    }
  };
}
