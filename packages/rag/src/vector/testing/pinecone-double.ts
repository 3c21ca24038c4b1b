import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";

interface Held {
  values: number[];
  /** Neither found nor fetched before. */
  visibleAtMs: number;
  /** Still found and fetched until then. */
  goneAtMs: number;
}

interface HeldIndex {
  dimension: number;
  readyAtMs: number;
  namespaces: Map<string, Map<string, Held>>;
}

export interface PineconeDouble extends AsyncDisposable {
  baseUrl: string;
  /** `METHOD path` of every request. */
  requests: string[];
  /** While it says a status, every request gets that. */
  outage: number | null;
  /** Ids that are stored, visible or not. */
  stored(namespace: string): string[];
}

const ON = Number.POSITIVE_INFINITY;

/**
 * A loopback server that speaks Pinecone's wire format on both planes, as strictly as the real one: it
 * checks keys, dimensions and sizes, and shows what was written or deleted only `delayMs` later.
 */
export async function startPineconeDouble({ delayMs = 0 } = {}): Promise<PineconeDouble> {
  const indexes = new Map<string, HeldIndex>();
  const requests: string[] = [];
  const server = createServer(async (incoming, response) => {
    const url = new URL(incoming.url ?? "/", origin);
    requests.push(`${incoming.method} ${url.pathname}`);
    const body = incoming.method === "POST" ? ((await json(incoming)) as Body) : {};
    const [status, reply] = answer({ incoming, url, body });
    respond(response, status, reply);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function answer({ incoming, url, body }: Asked): Answer {
    if (double.outage !== null) return [double.outage, refusal("UNAVAILABLE", "Come back later.")];
    if (incoming.headers["api-key"] !== "k") return [401, refusal("UNAUTHENTICATED", "Who?")];
    const [, first, name = "", ...path] = url.pathname.split("/");
    if (first === "indexes") return control(indexes, { origin, name, body, delayMs });
    const index = indexes.get(name);
    if (first !== "data" || !index) return [404, refusal("NOT_FOUND", "No such index.")];
    return data(index, { path: path.join("/"), url, body, delayMs });
  }

  const double: PineconeDouble = {
    baseUrl: origin,
    requests,
    outage: null,
    stored: (namespace) =>
      [...indexes.values()].flatMap((index) => [
        ...living(index.namespaces.get(namespace) ?? new Map()),
      ]),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return double;
}

type Body = Record<string, unknown>;
type Answer = [status: number, reply: object];
interface Asked {
  incoming: IncomingMessage;
  url: URL;
  body: Body;
}

function respond(response: ServerResponse, status: number, reply: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(reply));
}

function refusal(code: string, message: string): object {
  return { error: { code, message } };
}

function control(
  indexes: Map<string, HeldIndex>,
  asked: { origin: string; name: string; body: Body; delayMs: number },
): Answer {
  const { origin, name: inPath, body, delayMs } = asked;
  const name = inPath || String(body.name ?? "");
  if (!inPath) {
    if (indexes.has(name)) return [409, refusal("ALREADY_EXISTS", "It is there.")];
    const { fields } = body.schema as { fields: { _values: { dimension: number } } };
    const readyAtMs = performance.now() + delayMs;
    indexes.set(name, { dimension: fields._values.dimension, readyAtMs, namespaces: new Map() });
  }
  const index = indexes.get(name);
  if (!index) return [404, refusal("NOT_FOUND", "No such index.")];
  return [inPath ? 200 : 201, describe(index, { name, host: `${origin}/data/${name}` })];
}

function describe(index: HeldIndex, { name, host }: { name: string; host: string }): object {
  const ready = index.readyAtMs <= performance.now();
  const values = { type: "dense_vector", dimension: index.dimension, metric: "cosine" };
  return {
    name,
    host,
    status: { ready, state: ready ? "Ready" : "Initializing" },
    deployment: { deployment_type: "managed", cloud: "aws", region: "us-east-1" },
    schema: { fields: { _values: values } },
    deletion_protection: "disabled",
  };
}

function data(
  index: HeldIndex,
  asked: { path: string; url: URL; body: Body; delayMs: number },
): Answer {
  const { path, url, body, delayMs } = asked;
  const namespace = String(body.namespace ?? url.searchParams.get("namespace") ?? "");
  const records = index.namespaces.get(namespace) ?? new Map<string, Held>();
  switch (path) {
    case "vectors/upsert":
      index.namespaces.set(namespace, records);
      return upsert(index, records, { body, delayMs });
    case "vectors/fetch": {
      const ids = url.searchParams.getAll("ids").filter((id) => isVisible(records.get(id)));
      const found = ids.map((id) => [id, { id, values: records.get(id)!.values }]);
      return [200, { vectors: Object.fromEntries(found), namespace }];
    }
    case "vectors/list":
      return [200, { ...page(records, url.searchParams), namespace }];
    case "vectors/delete":
      if (!index.namespaces.has(namespace)) return [404, refusal("NOT_FOUND", "No namespace.")];
      return remove(records, { body, delayMs });
    case "query":
      return query(index, records, body);
    default:
      return [404, refusal("NOT_FOUND", "No such path.")];
  }
}

function upsert(
  index: HeldIndex,
  records: Map<string, Held>,
  { body, delayMs }: { body: Body; delayMs: number },
): Answer {
  const vectors = body.vectors as { id: string; values: number[] }[];
  if (vectors.length > 1_000) return [400, refusal("INVALID_ARGUMENT", "Too many vectors.")];
  const misfit = vectors.find(({ values }) => values.length !== index.dimension);
  if (misfit) {
    const sizes = `Vector dimension ${misfit.values.length} does not match ${index.dimension}`;
    return [400, refusal("INVALID_ARGUMENT", sizes)];
  }
  const visibleAtMs = performance.now() + delayMs;
  for (const { id, values } of vectors) records.set(id, { values, visibleAtMs, goneAtMs: ON });
  return [200, { upsertedCount: vectors.length }];
}

function remove(
  records: Map<string, Held>,
  { body, delayMs }: { body: Body; delayMs: number },
): Answer {
  const ids = body.deleteAll ? [...records.keys()] : (body.ids as string[]);
  if (ids.length > 1_000) return [400, refusal("INVALID_ARGUMENT", "Too many ids.")];
  for (const id of ids) {
    const held = records.get(id);
    if (held?.goneAtMs === ON) held.goneAtMs = performance.now() + delayMs;
  }
  return [200, {}];
}

function page(records: Map<string, Held>, search: URLSearchParams): object {
  const prefix = search.get("prefix") ?? "";
  const limit = Number(search.get("limit") ?? 100);
  const after = search.get("paginationToken") ?? "";
  const ids = [...records.keys()]
    .filter((id) => id.startsWith(prefix) && id > after && isVisible(records.get(id)))
    .sort();
  const shown = ids.slice(0, limit);
  return {
    vectors: shown.map((id) => ({ id })),
    ...(ids.length > limit && { pagination: { next: shown.at(-1) } }),
  };
}

function query(index: HeldIndex, records: Map<string, Held>, body: Body): Answer {
  const vector = body.vector as number[];
  if (vector.length !== index.dimension) {
    return [400, refusal("INVALID_ARGUMENT", "Vector dimension does not match.")];
  }
  const matches = [...records]
    .filter(([, held]) => isVisible(held))
    .map(([id, { values }]) => ({ id, score: cosine(values, vector) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, Number(body.topK));
  return [200, { matches, namespace: body.namespace ?? "" }];
}

function isVisible(held: Held | undefined): held is Held {
  const nowMs = performance.now();
  return held !== undefined && held.visibleAtMs <= nowMs && nowMs < held.goneAtMs;
}

function* living(records: ReadonlyMap<string, Held>): Generator<string> {
  for (const [id, { goneAtMs }] of records) if (goneAtMs > performance.now()) yield id;
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
