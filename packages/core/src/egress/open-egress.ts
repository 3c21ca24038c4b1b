import type { IncomingMessage } from "node:http";
import { type Exceptions, exceptionOf } from "./exceptions.ts";
import { createHostTurns } from "./host-turns.ts";
import { judgeUrl } from "./judge-url.ts";
import { type MediaType, readMediaType, requireReadable } from "./media-type.ts";
import { type Deadline, type Deadlines, openDeadline } from "./open-deadline.ts";
import { type Posted, type PostOptions, postOnce, USER_AGENT } from "./post-once.ts";
import { readBody } from "./read-body.ts";
import { BadStatus, insecureRedirect, tooManyRedirects } from "./refusals.ts";
import { type Resolve, resolveBySystem, resolveHost } from "./resolve-host.ts";
import { readRetryAfter } from "./retry-after.ts";
import { type RequestBody, sendRequest } from "./send-request.ts";

export interface EgressOptions {
  allow: Exceptions;
  ports?: readonly number[];
  maxBytes: number;
  deadlines?: Partial<Deadlines>;
  resolve?: Resolve;
  /** The least time between the beginnings of two paced requests to one host. */
  paceMs?: number;
}

export interface FetchOptions {
  signal: AbortSignal;
  /** Below the egress's own bound, never above. */
  maxBytes?: number;
  /** Sent to the first address's origin only. */
  headers?: Record<string, string>;
  /** Anything: also what no parser of documents reads, such as a sitemap. */
  accepts?: "documents" | "anything";
  /** Makes it a POST, which is sent to the first address only: no redirect is followed. */
  body?: RequestBody;
  /** Waits for its turn among the requests to the same host, which come no faster than this. */
  pace?: { delayMs: number };
}

type Sent = Pick<FetchOptions, "headers" | "body">;

export interface Fetched {
  /** Where the bytes came from, after all redirects. */
  url: string;
  mediaType: MediaType;
  etag: string | null;
  lastModified: string | null;
  /** What the server tells programs about the page, as in `noindex`. */
  robotsTag: string | null;
  /** Null: the server says that nothing changed since what the request's headers name. */
  bytes: Uint8Array | null;
}

/** Everything that leaves the program for an address someone else chose goes through here. */
export interface Egress {
  /** Throws what `fetchUrl` would refuse without a look at the network; gives the address as it is fetched. */
  judge(url: string): string;
  /** GET, or POST where there is a body. Throws `DomainError` with a reason `source.*`, or the caller's own when its signal aborts. */
  fetchUrl(url: string, options: FetchOptions): Promise<Fetched>;
  /** POST, to this address only. Whatever is answered comes back; throws only where nothing is. */
  post(url: string, options: PostOptions): Promise<Posted>;
}

const MAX_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const DEADLINES: Deadlines = {
  connectMs: 10_000,
  firstByteMs: 20_000,
  betweenBytesMs: 10_000,
  totalMs: 60_000,
};
/** Four requests a second: slower than a person who looks around with several tabs. */
const PACE_MS = 250;
const HEADERS = {
  "user-agent": USER_AGENT,
  accept: "text/html,application/xhtml+xml,application/pdf;q=0.9,text/*;q=0.9,*/*;q=0.5",
  "accept-encoding": "gzip, br, deflate",
};

export function openEgress(options: EgressOptions): Egress {
  const { allow: exceptions, ports = [80, 443], resolve = resolveBySystem } = options;
  const { paceMs = PACE_MS } = options;
  const turns = createHostTurns();
  const deadlines = { ...DEADLINES, ...options.deadlines };
  const judge = (text: string) => judgeUrl(text, { exceptions, ports });

  /** Judged anew at each hop: the URL, and every address its name has at this moment. */
  async function open(url: URL, { headers, body }: Sent, deadline: Deadline) {
    deadline.expectWithin(deadlines.connectMs);
    const isException = exceptions.has(exceptionOf(url));
    const addresses = await deadline.race(resolveHost(url, { resolve, isException }));
    return sendRequest({ url, addresses, headers, body, deadline, deadlines });
  }

  async function follow(first: URL, { headers, body }: Sent, deadline: Deadline) {
    let url = first;
    for (let hops = 0; ; hops += 1) {
      const isOwn = url.origin === first.origin;
      const own = { ...HEADERS, ...(isOwn && headers) };
      const reply = await open(url, { headers: own, body }, deadline);
      const location = body ? undefined : redirectOf(reply);
      if (location === undefined) return { url, reply };
      reply.destroy();
      if (hops === MAX_REDIRECTS) throw tooManyRedirects();
      const next = judge(URL.parse(location, url.href)?.href ?? "");
      if (url.protocol === "https:" && next.protocol === "http:") throw insecureRedirect();
      url = next;
    }
  }

  return {
    judge: (text) => judge(text).href,
    async fetchUrl(text, request) {
      const { signal, headers = {}, maxBytes = options.maxBytes, accepts = "documents" } = request;
      const first = judge(text);
      if (request.pace) {
        const everyMs = Math.max(paceMs, request.pace.delayMs);
        await turns.take(first.host, everyMs, signal);
      }
      using deadline = openDeadline(signal, deadlines.totalMs);
      const { url, reply } = await follow(first, { headers, body: request.body }, deadline);
      try {
        const limits = {
          accepts,
          maxBytes: Math.min(maxBytes, options.maxBytes),
          ...deadlines,
          deadline,
        };
        if (reply.statusCode === 304 && isConditional(headers)) return unchanged(url, reply);
        return await receive(url, reply, limits);
      } finally {
        reply.destroy();
      }
    },
    post: (text, request) => postOnce({ open, deadlines }, judge(text), request),
  };
}

function redirectOf({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  return REDIRECTS.has(statusCode) ? headers.location : undefined;
}

function isConditional(headers: Record<string, string>): boolean {
  return "if-none-match" in headers || "if-modified-since" in headers;
}

function unchanged(url: URL, reply: IncomingMessage): Fetched {
  return { ...describe(url, reply), mediaType: { essence: "" }, bytes: null };
}

async function receive(
  url: URL,
  reply: IncomingMessage,
  { accepts, ...limits }: Parameters<typeof readBody>[1] & { accepts: FetchOptions["accepts"] },
): Promise<Fetched> {
  const { statusCode = 0, headers } = reply;
  if (statusCode !== 200) {
    throw new BadStatus(statusCode, readRetryAfter(headers["retry-after"], Date.now()));
  }
  const mediaType = readMediaType(headers["content-type"]);
  if (accepts === "documents") requireReadable(mediaType);
  return { ...describe(url, reply), mediaType, bytes: await readBody(reply, limits) };
}

function describe({ href }: URL, { headers }: IncomingMessage) {
  return {
    url: href,
    etag: headers.etag ?? null,
    lastModified: headers["last-modified"] ?? null,
    robotsTag: headers["x-robots-tag"]?.toString() ?? null,
  };
}
