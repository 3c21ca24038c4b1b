import { setTimeout as delay } from "node:timers/promises";
import { resultOf, type TestSession } from "./test-session.ts";

/** A webhook, and what it was told once; off, so that nothing changes by itself any more. */
export async function makeWebhook(owner: TestSession, name: string) {
  const listening = { url: "https://understudy.invalid/", name, events: ["budget.nearly_spent"] };
  const create = (path: string, input: object) =>
    resultOf<{ id: string }>(owner.mutate(path, input));
  const { id: webhookId } = await create("webhook.create", listening);
  const { id: deliveryId } = await create("webhook.sendTest", { webhookId });
  const isTried = async () => {
    const list = owner.query("webhook.deliveries", { webhookId });
    const { items } = await resultOf<{ items: { attempts: unknown[] }[] }>(list);
    return items[0]!.attempts.length > 0;
  };
  while (!(await isTried())) await delay(50);
  await create("webhook.update", { webhookId, isOn: false });
  return { webhookId, deliveryId };
}
