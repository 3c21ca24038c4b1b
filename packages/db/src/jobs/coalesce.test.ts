import { expect, test } from "vitest";
import { coalesce } from "./coalesce.ts";

const fail = (error: unknown) => {
  throw error;
};

test("calls during a run become one more run, and wait for it", async () => {
  const gates = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let runs = 0;
  const run = coalesce(() => gates[runs++]!.promise, fail);
  const all = Promise.all([run(), run(), run()]);
  expect(runs).toBe(1);
  gates[0]!.resolve();
  gates[1]!.resolve();
  await all;
  expect(runs).toBe(2);
});

test("a call after the end runs again, and what broke is told", async () => {
  const told: unknown[] = [];
  let runs = 0;
  const run = coalesce(
    async () => {
      runs += 1;
      if (runs === 1) throw new Error("broke");
    },
    (error) => told.push(error),
  );
  await run();
  await run();
  expect(runs).toBe(2);
  expect(told).toHaveLength(1);
});
