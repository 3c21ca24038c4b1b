import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { BrowserContext } from "playwright-core";
import { openSession, type Session } from "../product/session.ts";
import { getSource, type Source } from "../product/teach.ts";

const HANDBOOK = join(import.meta.dirname, "fixtures/negotiation-handbook.md");

/** What a page of this browser may call, without its screens. */
export async function sessionOf(context: BrowserContext, url: string): Promise<Session> {
  const cookies = await context.cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return openSession(url, { cookie, origin: url });
}

/** A twin that has read the negotiator's handbook and may conclude from it; gives its id. */
export async function teachHandbook(session: Session): Promise<string> {
  const twin = { name: "Mara Lindqvist", strictness: "adaptive" };
  return teachTwin(session, twin, [
    { title: "The negotiator's handbook", text: readFileSync(HANDBOOK, "utf8") },
  ]);
}

/** Makes a twin, and waits until it has learnt these notes. */
export async function teachTwin(
  session: Session,
  twin: object & { name: string },
  notes: readonly { title: string; text: string }[],
): Promise<string> {
  const { id: twinId } = await session.mutate<{ id: string }>("twin.create", twin);
  for (const note of notes) {
    const source = await session.mutate<Source>("source.addText", { twinId, ...note });
    while ((await getSource(session, source)).status === "processing") await delay(50);
  }
  return twinId;
}
