import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createReadiness } from "./readiness.ts";

const ok = { name: "ok", required: true, check: () => ({ state: "ok" as const }) };

describe("createReadiness", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is ready while what is required holds, also when the rest is degraded, off or failed", async () => {
    const states = ["degraded", "off", "failed"] as const;
    const optional = states.map((state) => ({
      name: state,
      required: false,
      check: () => ({ state }),
    }));
    const status = await createReadiness([ok, ...optional]).status();
    expect(status.ready).toBe(true);
    expect(status.dependencies.map(({ state }) => state)).toEqual(["ok", ...states]);
  });

  it("makes a check that throws the failure of that dependency, without its words", async () => {
    const check = () => Promise.reject(new Error("connect ECONNREFUSED 10.1.2.3"));
    const status = await createReadiness([
      ok,
      { name: "database", required: true, check },
    ]).status();
    expect(status.ready).toBe(false);
    expect(JSON.stringify(status)).not.toContain("10.1.2.3");
    expect(status.dependencies[1]).toMatchObject({ name: "database", state: "failed" });
  });

  it("makes a check that hangs a failure within two seconds", async () => {
    const check = () => new Promise<never>(() => {});
    const judged = createReadiness([{ name: "queue", required: true, check }]).status();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await judged).toMatchObject({ ready: false, dependencies: [{ state: "failed" }] });
  });

  it("is not ready once it drains", async () => {
    const readiness = createReadiness([ok]);
    readiness.drain();
    expect((await readiness.status()).ready).toBe(false);
  });
});
