import { expect, test } from "vitest";
import { createArrivals } from "./create-arrivals.ts";

const known = ({ isDue, mayWait }: ReturnType<typeof createArrivals>) => [isDue(), mayWait()];

test("what arrives during a look is looked at next, and what a look did not reach waits still", () => {
  const arrivals = createArrivals();
  expect(known(arrivals)).toEqual([false, true]);
  arrivals.look({ atAll: true });
  expect(known(arrivals)).toEqual([false, false]);
  arrivals.note("due");
  const look = arrivals.look({ atAll: true });
  arrivals.note("sent");
  expect(known(arrivals)).toEqual([false, true]);
  look.fail();
  expect(known(arrivals)).toEqual([true, true]);
  arrivals.look({ atAll: false });
  expect(known(arrivals)).toEqual([false, true]);
  arrivals.look({ atAll: true }).findMore();
  expect(known(arrivals)).toEqual([false, true]);
});
