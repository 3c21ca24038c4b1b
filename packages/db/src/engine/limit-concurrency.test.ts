import { expect, test } from "vitest";
import { DatabaseBusy } from "../errors.ts";
import { limitConcurrency } from "./limit-concurrency.ts";

test("no more works run at once than there are slots, in the order they came", async () => {
  const limited = limitConcurrency({ slots: 3, maxWaitMs: 1_000 });
  const order: number[] = [];
  let now = 0;
  let most = 0;
  const work = (n: number) => async () => {
    order.push(n);
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
    return n;
  };
  const results = await Promise.all(Array.from({ length: 30 }, (_, n) => limited(work(n))));
  expect(results).toEqual(Array.from({ length: 30 }, (_, n) => n));
  expect(order).toEqual(results);
  expect(most).toBe(3);
});

test("one that waits too long is refused, and its place is not lost", async () => {
  const limited = limitConcurrency({ slots: 1, maxWaitMs: 10 });
  const gate = Promise.withResolvers<void>();
  const holder = limited(() => gate.promise);
  await expect(limited(async () => "late")).rejects.toBeInstanceOf(DatabaseBusy);
  gate.resolve();
  await holder;
  await expect(limited(async () => "in time")).resolves.toBe("in time");
});

test("a work that fails gives its slot back", async () => {
  const limited = limitConcurrency({ slots: 1, maxWaitMs: 10 });
  await expect(limited(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(limited(async () => 1)).resolves.toBe(1);
});
