import { Agent, get } from "node:http";
import { processUse } from "../stream/process-use.ts";

export interface Calling {
  url: string;
  headers?: Record<string, string>;
  pid: number;
  connections: number;
  seconds: number;
}

export interface Calls {
  perSecond: number;
  cpuMicroseconds: number;
}

/** So many connections that each call again as soon as they are answered. */
export async function measureCalls(calling: Calling): Promise<Calls> {
  const { url, headers = {}, pid, connections, seconds } = calling;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const call = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const sent = get(url, { agent, headers }, (reply) => {
        if (reply.statusCode !== 200) reject(new Error(`${url}: ${reply.statusCode}`));
        reply.resume().on("end", resolve);
      });
      // A kept connection may have been closed at the other end just now.
      sent.on("error", (error) => (sent.reusedSocket ? resolve(call()) : reject(error)));
    });
  for (let warm = 0; warm < connections * 4; warm++) await call();
  const before = processUse(pid).cpuMs;
  const startedMs = performance.now();
  const endsAtMs = startedMs + seconds * 1_000;
  let count = 0;
  const caller = async () => {
    for (; performance.now() < endsAtMs; count++) await call();
  };
  await Promise.all(Array.from({ length: connections }, caller));
  agent.destroy();
  return {
    perSecond: (count * 1_000) / (performance.now() - startedMs),
    cpuMicroseconds: ((processUse(pid).cpuMs - before) * 1_000) / count,
  };
}
