import { Agent, get, type IncomingMessage } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { processUse } from "../stream/process-use.ts";

export interface Opened {
  open: number;
  refused: number;
  kilobytesPerStream: number;
}

const AT_ONCE = 25;
const SETTLE_MS = 3_000;

/** Visitors that all follow one answer while it is being written: the streams are theirs, the model's cost is not in it. */
export async function openStreams(
  url: string,
  { headers, pid, streams }: { headers: Record<string, string>; pid: number; streams: number },
): Promise<Opened> {
  const agent = new Agent({ keepAlive: false, maxSockets: Number.POSITIVE_INFINITY });
  const before = processUse(pid).residentBytes;
  const replies: IncomingMessage[] = [];
  const open = () =>
    new Promise<void>((resolve, reject) => {
      get(url, { agent, headers }, (reply) => {
        replies.push(reply.on("error", () => {}).resume());
        resolve();
      }).on("error", reject);
    });
  for (let at = 0; at < streams; at += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, streams - at) }, open));
  }
  await delay(SETTLE_MS);
  const left = replies.filter((reply) => reply.statusCode === 200 && !reply.complete).length;
  const used = processUse(pid).residentBytes - before;
  for (const reply of replies) reply.destroy();
  agent.destroy();
  return {
    open: left,
    refused: replies.filter((reply) => reply.statusCode !== 200).length,
    kilobytesPerStream: used / 1_024 / Math.max(1, left),
  };
}
