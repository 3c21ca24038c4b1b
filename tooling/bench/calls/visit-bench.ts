import { setTimeout as delay } from "node:timers/promises";
import type { Session } from "../../product/session.ts";
import { getSource, type Source } from "../../product/teach.ts";
import { question } from "../stream/paced-script.ts";

export interface BenchVisit {
  /** Where the answer to this visitor's question can be followed. */
  eventsUrl: string;
  headers: Record<string, string>;
}

interface Started {
  token: string;
  conversationId: string;
}

/** A published twin that has been taught this, and a visitor whose question it is answering. */
export async function visitBench(owner: Session, text: string): Promise<BenchVisit> {
  const twin = await owner.mutate<{ id: string; handle: string }>("twin.create", { name: "Bench" });
  const note = { twinId: twin.id, title: "Cellar", text };
  const source = await owner.mutate<Source>("source.addText", note);
  while ((await getSource(owner, source)).status === "processing") await delay(100);
  await owner.mutate("release.publish", { twinId: twin.id });
  const via = { handle: twin.handle };
  const started = await owner.mutate<Started>("visitor.start", { via });
  const headers = { authorization: `Bearer ${started.token}`, origin: owner.url };
  const asked = await fetch(`${owner.url}/api/messages`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: JSON.stringify({ conversationId: started.conversationId, message: question }),
  });
  const messageId = asked.headers.get("x-message-id");
  if (!messageId) throw new Error(`asking: ${asked.status} ${await asked.text()}`);
  return { eventsUrl: `${owner.url}/api/messages/${messageId}/events`, headers };
}
