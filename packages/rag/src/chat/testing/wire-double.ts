import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

export interface WireRequest {
  path: string;
  headers: IncomingHttpHeaders;
  body: Record<string, unknown>;
  /** Resolves when the connection has ended, by whichever side. */
  closed: Promise<void>;
}

export type WireReply = (response: ServerResponse, request: WireRequest) => void | Promise<void>;

export interface WireDouble extends AsyncDisposable {
  baseUrl: string;
  requests: WireRequest[];
}

/**
 * A loopback server that speaks the wire format of OpenAI as badly as a test asks: the nth request
 * gets the nth reply, and further ones the last.
 */
export async function startWireDouble(...replies: WireReply[]): Promise<WireDouble> {
  const requests: WireRequest[] = [];
  const server = createServer(async (incoming, response) => {
    const closed = new Promise<void>((resolve) => response.once("close", resolve));
    const { url: path = "", headers } = incoming;
    const body = (await json(incoming)) as Record<string, unknown>;
    const request = { path, headers, body, closed };
    requests.push(request);
    await replies[Math.min(requests.length, replies.length) - 1]!(response, request);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
