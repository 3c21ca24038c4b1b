import { setTimeout as delay } from "node:timers/promises";
import { expect, it } from "vitest";
import { startTestApp } from "./testing/start-test-app.ts";
import { resultOf, signUp, type TestSession } from "./testing/test-session.ts";

interface Twin {
  id: string;
  handle: string;
  sourceCount: number;
}

async function twinsOf(session: TestSession): Promise<Twin[]> {
  return (await resultOf<{ items: Twin[] }>(session.query("twin.list", {}))).items;
}

async function untilTaught(session: TestSession, twinId: string): Promise<string[]> {
  for (let look = 0; look < 600; look += 1) {
    const list = session.query("source.list", { twinId });
    const { items } = await resultOf<{ items: { status: string }[] }>(list);
    if (items.every(({ status }) => status !== "processing")) {
      return items.map(({ status }) => status);
    }
    await delay(100);
  }
  throw new Error("the guide was not learnt");
}

it("greets the first account of an instance, and no other, with a twin that knows the guide", async () => {
  await using app = await startTestApp({ DEMO_TWIN: "on" });
  const first = await signUp(app.url, "Ada");
  const [guide, ...others] = await twinsOf(first);
  expect(others).toEqual([]);
  expect(guide).toMatchObject({ handle: "understudy-guide" });
  expect(guide!.sourceCount).toBeGreaterThan(5);
  await app.work();
  expect(new Set(await untilTaught(first, guide!.id))).toEqual(new Set(["live"]));
  const second = await signUp(app.url, "Grace");
  expect(await twinsOf(second)).toEqual([]);
  const stolen = await second.query("source.list", { twinId: guide!.id });
  expect(stolen.status).toBe(404);
  expect((await first.mutate("twin.remove", { twinId: guide!.id })).status).toBe(200);
  expect(await twinsOf(first)).toEqual([]);
});

it("is not made where the operator does not want it", async () => {
  await using app = await startTestApp({ DEMO_TWIN: "off" });
  expect(await twinsOf(await signUp(app.url, "Ada"))).toEqual([]);
});
