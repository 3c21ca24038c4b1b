import { text } from "node:stream/consumers";
import { Webhook as StandardWebhook } from "standardwebhooks";
import { type Site, startSite } from "../../egress/testing/start-site.ts";

export interface Received {
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

export interface Receiver extends AsyncDisposable {
  site: Site;
  received: Received[];
  /** What it says to whatever comes. */
  answer: { status: number; headers?: Record<string, string>; body?: string };
}

/** A server on loopback that is told of events. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const site = await startSite(async (request, reply) => {
    const { url: path = "", headers } = request;
    received.push({ path, headers, body: await text(request) });
    const { status, headers: own, body } = receiver.answer;
    reply.writeHead(status, own).end(body);
  });
  const receiver: Receiver = {
    site,
    received,
    answer: { status: 204 },
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
  return receiver;
}

/** Throws where the receiver's own library would refuse it. */
export function verifyEvent(secret: string, { body, headers }: Received) {
  return new StandardWebhook(secret).verify(body, headers as Record<string, string>) as {
    type: string;
    data: Record<string, unknown>;
  };
}
