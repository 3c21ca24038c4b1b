import { type IncomingHttpHeaders, request } from "node:http";

export interface Heard {
  firstMs: number;
  bytes: number;
}

/** Not now, the server says: it has more to do than it can. */
export class Refused extends Error {
  readonly retryAfterSeconds: number | null;

  constructor(told: string, retryAfter: string | undefined) {
    super(told);
    this.retryAfterSeconds = retryAfter === undefined ? null : Number(retryAfter);
  }
}

const LATER = new Set([429, 503]);

/** Posts and reads a stream to its end, at node's own cost; `isFirst` tells the frame that counts as first. */
export function readStream(
  url: string,
  {
    headers,
    body,
    isFirst,
  }: { headers: object; body: string; isFirst: (frame: string) => boolean },
): Promise<Heard> {
  const sentAtMs = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" } as IncomingHttpHeaders,
    });
    sent.on("error", reject);
    sent.on("response", (reply) => {
      let firstMs = 0;
      let bytes = 0;
      let told = "";
      reply.setEncoding("utf8");
      reply.on("data", (text: string) => {
        told = text.slice(0, 200);
        bytes += Buffer.byteLength(text);
        if (firstMs === 0 && isFirst(text)) firstMs = performance.now() - sentAtMs;
      });
      reply.on("error", reject);
      reply.on("end", () => {
        if (reply.statusCode === 200 && firstMs > 0) resolve({ firstMs, bytes });
        else {
          const text = `${reply.statusCode} ${told}`;
          const isLater = LATER.has(reply.statusCode ?? 0);
          reject(isLater ? new Refused(text, reply.headers["retry-after"]) : new Error(text));
        }
      });
    });
    sent.end(body);
  });
}
