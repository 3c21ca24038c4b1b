import type { IncomingMessage } from "node:http";
import { type Deadline, type Deadlines, openDeadline } from "./open-deadline.ts";
import type { BodyLimits } from "./read-body.ts";
import { asRefusal, type RequestBody } from "./send-request.ts";

export const USER_AGENT = "Understudy";

export interface PostOptions {
  signal: AbortSignal;
  headers: Record<string, string>;
  body: RequestBody;
  /** Of the answer; what is behind them is not read. */
  maxBytes: number;
}

export interface Posted {
  status: number;
  /** May be cut anywhere. */
  text: string;
  retryAfter: string | null;
}

interface Way {
  open(
    url: URL,
    sent: Pick<PostOptions, "headers" | "body">,
    deadline: Deadline,
  ): Promise<IncomingMessage>;
  deadlines: Deadlines;
}

/** Whatever is answered comes back, also a redirect: nobody is sent on with what was signed for this address. */
export async function postOnce(
  { open, deadlines }: Way,
  url: URL,
  { signal, headers, body, maxBytes }: PostOptions,
): Promise<Posted> {
  using deadline = openDeadline(signal, deadlines.totalMs);
  const own = { "user-agent": USER_AGENT, "accept-encoding": "identity" };
  const reply = await open(url, { headers: { ...own, ...headers }, body }, deadline);
  try {
    const text = await readStart(reply, { maxBytes, ...deadlines, deadline });
    return {
      status: reply.statusCode ?? 0,
      text,
      retryAfter: reply.headers["retry-after"] ?? null,
    };
  } finally {
    reply.destroy();
  }
}

async function readStart(
  reply: IncomingMessage,
  { maxBytes, betweenBytesMs, deadline }: BodyLimits,
): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of reply as AsyncIterable<Uint8Array>) {
      deadline.expectWithin(betweenBytesMs);
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size >= maxBytes) break;
    }
  } catch (error) {
    throw asRefusal(error, deadline.signal);
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBytes), { stream: true });
}
