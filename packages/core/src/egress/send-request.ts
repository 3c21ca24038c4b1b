import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { portOf } from "./exceptions.ts";
import { hostOf } from "./judge-url.ts";
import type { Deadline, Deadlines } from "./open-deadline.ts";
import { unreachable } from "./refusals.ts";
import type { Address } from "./resolve-host.ts";

const MAX_HEADER_BYTES = 16_384;

export interface RequestBody {
  text: string;
  mediaType: string;
}

export interface Hop {
  url: URL;
  /** The judged addresses; nothing else is connected to. */
  addresses: readonly Address[];
  headers?: Record<string, string>;
  body?: RequestBody;
  deadline: Deadline;
  deadlines: Deadlines;
}

/** One GET, or POST of a body, on a connection of its own. The name is kept for the Host header and the certificate. */
export function sendRequest(hop: Hop): Promise<IncomingMessage> {
  const { url, addresses, headers, body, deadline, deadlines } = hop;
  const isSecure = url.protocol === "https:";
  return new Promise((resolve, reject) => {
    const request = (isSecure ? https : http).request({
      host: hostOf(url),
      port: portOf(url),
      path: `${url.pathname}${url.search}`,
      method: body ? "POST" : "GET",
      headers: { ...headers, ...bodyHeaders(body), host: url.host, connection: "close" },
      agent: false,
      lookup: lookupAmong(addresses),
      maxHeaderSize: MAX_HEADER_BYTES,
      signal: deadline.signal,
    });
    request.on("socket", (socket) => {
      socket.once(isSecure ? "secureConnect" : "connect", () =>
        deadline.expectWithin(deadlines.firstByteMs),
      );
    });
    request.on("response", resolve);
    request.on("error", (error) => reject(asRefusal(error, deadline.signal)));
    request.on("close", () => reject(unreachable()));
    request.end(body?.text);
  });
}

function bodyHeaders(body?: RequestBody): Record<string, string> {
  if (!body) return {};
  return { "content-type": body.mediaType, "content-length": `${Buffer.byteLength(body.text)}` };
}

function lookupAmong(addresses: readonly Address[]): LookupFunction {
  return (_hostname, { all }, callback) => {
    if (all) return callback(null, [...addresses]);
    const [first] = addresses;
    callback(null, first!.address, first!.family);
  };
}

/** A connection that broke is the other side's; when our time was over that is the reason. */
export function asRefusal(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isAboutTrust = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL|EPROTO/.test(code);
  return unreachable(isAboutTrust ? "The server's certificate cannot be trusted." : undefined);
}
