import { expect, test } from "vitest";
import { findCause } from "./find-cause.ts";

type Told = Parameters<typeof findCause>[0];

const looked = (share: number) => ({ share }) as Told["passages"][number] & Told["dropped"][number];
const cause = (message: object, more: Partial<Told> = {}) =>
  findCause({
    message: { status: "complete", answered: false, refused: false, ...message } as Told["message"],
    policy: null,
    degradedBecause: null,
    passages: [],
    dropped: [],
    ...more,
  });

test("a cause is told from what the trace holds", () => {
  expect(cause({ answered: true, supportedShare: 1 })).toBe("fine");
  expect(cause({ answered: true, supportedShare: 0.5 })).toBe("writing");
  expect(cause({ refused: true })).toBe("policy");
  expect(cause({ answered: true }, { degradedBecause: "model.over_budget" })).toBe("model");
  expect(cause({ status: "stopped" })).toBe("stopped");
  expect(cause({}, { passages: [looked(0.2)] })).toBe("content_gap");
  expect(cause({}, { passages: [looked(0.2)], dropped: [looked(0.6)] })).toBe("retrieval_miss");
  expect(cause({}, { passages: [looked(0.9)], dropped: [looked(1)] })).toBe("writing");
});
