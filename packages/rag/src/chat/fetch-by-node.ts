import { type IncomingMessage, request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { Readable } from "node:stream";

/** The reply to a request; a stream of events is not read through it, but as node's own client gives it. */
export class NodeResponse extends Response {
  readonly events: IncomingMessage | null;

  constructor(reply: IncomingMessage) {
    const status = reply.statusCode ?? 0;
    const headers = headersOf(reply);
    const isStream =
      status === 200 && /^text\/event-stream/i.test(headers.get("content-type") ?? "");
    super(isStream ? null : (Readable.toWeb(reply) as ReadableStream), { status, headers });
    this.events = isStream ? reply : null;
  }
}

/**
 * Fetches with node's own client: a piece of a stream costs a third of what it does through a web
 * stream. Follows no redirect: it would carry the prompt elsewhere.
 */
export const fetchByNode: typeof fetch = (address, { method, headers, body, signal } = {}) =>
  new Promise((resolve, reject) => {
    const url = new URL(address instanceof Request ? address.url : address);
    const request = url.protocol === "https:" ? requestSecure : requestPlain;
    const call = request(url, {
      method,
      headers: Object.fromEntries(new Headers(headers)),
      signal: signal ?? undefined,
    });
    call.on("error", reject);
    call.once("response", (reply) => {
      const status = reply.statusCode ?? 0;
      if (status >= 200 && (status < 300 || status >= 400)) return resolve(new NodeResponse(reply));
      call.destroy(new Error("The provider sent its caller elsewhere."));
    });
    call.end(body);
  });

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at]!, rawHeaders[at + 1]!);
  }
  return headers;
}
