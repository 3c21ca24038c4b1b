import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openProcedures, procedures, visitorProcedures } from "./testing/procedures.ts";
import { startTestApp, type TestApp } from "./testing/start-test-app.ts";
import { call } from "./testing/tenant-world.ts";
import { signUp, type TestSession } from "./testing/test-session.ts";

let app: TestApp;
let owner: TestSession;
beforeAll(async () => {
  app = await startTestApp();
  owner = await signUp(app.url, "Ada");
});
afterAll(() => app[Symbol.asyncDispose]());

/** Stacks, statements, paths and the words of libraries. */
const INSIDE =
  /\bat \w|\.ts:|node_modules|\/src\/|select |insert |\brelation\b|syntax error|ZodError|SQLSTATE/i;

const values: unknown[] = [
  null,
  [],
  "text",
  7,
  true,
  1e308,
  -1,
  "\ud800",
  "\u0000",
  {},
  [[]],
  { $gt: "" },
];
const json = { "content-type": "application/json" };

interface Told {
  error?: { message: string; data: { httpStatus: number; correlationId: string; path: string } };
}

function expectCalm(
  told: Told & { input: unknown; status: number },
  path: string,
  headers: Headers,
) {
  const { error, input, status } = told;
  expect({ path, input, status }).toSatisfy(
    ({ status }: { status: number }) => status === 200 || (status >= 400 && status < 500),
  );
  if (!error) return;
  expect(error.data).toMatchObject({ reason: expect.stringMatching(/^[a-z]+(\.[a-z_]+)?$/i) });
  expect(error.data.correlationId).toBe(headers.get("x-correlation-id"));
  expect(JSON.stringify({ ...error, data: { ...error.data, path: "" } })).not.toMatch(INSIDE);
}

const isBounded = ({ items = [], nextCursor }: { items?: unknown[]; nextCursor?: unknown }) =>
  items.length <= 100 && (items.length > 0 || !nextCursor);

const isWatched = (type: string) => type === "subscription";

describe("every procedure", () => {
  it.each(
    [...procedures, ...openProcedures, ...visitorProcedures].filter(({ type }) => !isWatched(type)),
  )("$path answers rubbish calmly", async (procedure) => {
    const { ids, required, path } = procedure;
    const names = [...new Set([...required, ...ids])];
    const odd = values.map((value) => Object.fromEntries(names.map((name) => [name, value])));
    const long = Object.fromEntries(names.map((name) => [name, "x".repeat(6_000)]));
    const whole = [...values.filter((value) => JSON.stringify(value) !== "{}"), ...odd, long];
    const inputs = names.length > 0 ? whole : values.slice(0, 4);
    const alone = inputs.pop();
    const reply = await call(owner, procedure, alone);
    const told = { ...JSON.parse(await reply.text()), input: alone, status: reply.status };
    expectCalm(told, path, reply.headers);
    for (const [at, several] of batches(inputs)) {
      const batch = await callTogether(owner, procedure, several);
      const replies: Told[] = JSON.parse(await batch.text());
      expect(replies, `${path} from ${at}`).toHaveLength(several.length);
      for (const [i, one] of replies.entries()) {
        const status = one.error?.data.httpStatus ?? 200;
        expectCalm({ ...one, input: several[i], status }, path, batch.headers);
      }
    }
  });
});

/** As a page sends them: each is answered on its own, and the request is judged once. */
function callTogether(
  session: TestSession,
  { path, type }: { path: string; type: string },
  inputs: unknown[],
): Promise<Response> {
  const several = `/trpc/${inputs.map(() => path).join(",")}?batch=1`;
  const body = JSON.stringify(Object.fromEntries(inputs.entries()));
  return type === "mutation"
    ? session.send(several, { method: "POST", headers: json, body })
    : session.send(`${several}&input=${encodeURIComponent(body)}`, {});
}

function* batches(inputs: unknown[]): Iterable<[number, unknown[]]> {
  for (let at = 0; at < inputs.length; at += 8) yield [at, inputs.slice(at, at + 8)];
}

describe("a broken request", () => {
  it.each([
    ["bad JSON", '{"name":', 400],
    ["no body", "", 400],
    ["a body beyond the limit", JSON.stringify({ name: "x".repeat(1_100_000) }), 413],
    ["deep nesting", `${"[".repeat(10_000)}${"]".repeat(10_000)}`, 400],
    [
      "many keys",
      JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, at]))),
      400,
    ],
    ["a huge number", '{"name":1e999}', 400],
  ])("with %s is refused", async (_, body, status) => {
    const reply = await owner.send("/trpc/twin.create", { method: "POST", headers: json, body });
    expect(reply.status).toBe(status);
    expect(await reply.text()).not.toMatch(INSIDE);
  });

  it.each([
    [
      "too long a body",
      { headers: json, body: JSON.stringify({ name: "x".repeat(1_100_000) }) },
      413,
    ],
    ["another type of body", { headers: { "content-type": "text/plain" }, body: "{}" }, 415],
    [
      "another site's address",
      { headers: { ...json, origin: "https://evil.example" }, body: "{}" },
      403,
    ],
  ])(
    "with %s is refused in the shape that clients of procedures read",
    async (_, request, status) => {
      const reply = await owner.send("/trpc/twin.create", { method: "POST", ...request });
      expect(reply.status).toBe(status);
      expect(JSON.parse(await reply.text()).error.data).toMatchObject({
        code: expect.stringMatching(/^[A-Z_]+$/),
        httpStatus: status,
        path: "twin.create",
        reason: expect.stringMatching(/^(input|request)\./),
        correlationId: reply.headers.get("x-correlation-id"),
      });
    },
  );

  it.each(
    procedures.filter(({ path, required }) => /\.list\w*$/.test(path) && required.length === 0),
  )("$path gives no more than it may, however much is asked for", async ({ path }) => {
    for (const limit of [1e9, -1, 0, 1.5, "many"]) {
      const reply = await owner.query(path, { limit });
      const { result, error } = JSON.parse(await reply.text());
      const isRefused = error?.data.code === "BAD_REQUEST";
      expect({ path, limit, isRefused: isRefused || isBounded(result.data) }).toEqual({
        path,
        limit,
        isRefused: true,
      });
    }
    expect((await owner.query(path, {})).status).toBe(200);
  });

  it("with a head or an address beyond the limit is refused before it is read", async () => {
    const { port } = new URL(app.url);
    const headOf = async (head: string) => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.end(`GET ${head}\r\nhost: x\r\nconnection: close\r\n\r\n`);
      // The server may be gone while the rest is still being sent.
      const told = await text(socket).catch(() => "cut off");
      return told.split("\r\n")[0];
    };
    expect(await headOf("/healthz HTTP/1.1")).toBe("HTTP/1.1 200 OK");
    const long = "x".repeat(1_000_000);
    for (const head of [`/healthz HTTP/1.1\r\nx-long: ${long}`, `/healthz?${long} HTTP/1.1`]) {
      expect(await headOf(head)).toMatch(/^(HTTP\/1\.1 431|cut off)/);
    }
  });

  it("is not what the longest question makes, in any script", async () => {
    const twin = await call(owner, procedures.find(({ path }) => path === "twin.create")!, {
      name: "Reader",
    });
    const { id: twinId } = JSON.parse(await twin.text()).result.data;
    const reply = await owner.query("knowledge.search", { twinId, query: "猫".repeat(2_000) });
    expect(reply.status).toBe(200);
  });

  it("cannot hold more than a bounded number of calls, nor change anything by GET", async () => {
    const paths = Array.from({ length: 1_000 }, () => "twin.list").join(",");
    expect((await owner.send(`/trpc/${paths}?batch=1&input={}`, {})).status).toBe(400);
    const reply = await owner.query("twin.create", { name: "by get" });
    expect(reply.status).toBe(405);
    expect(await (await owner.query("twin.list")).text()).not.toContain("by get");
  });

  it("at an unknown address gets an error of that door's kind", async () => {
    const missing = await Promise.all(
      [
        "/api/nothing",
        "/v1/nothing",
        "/trpc/no.thing",
        "/trpc/__proto__",
        "/trpc/",
        "/metrics",
      ].map((path) => owner.send(path, {})),
    );
    expect(missing.map(({ status }) => status)).toEqual(missing.map(() => 404));
  });

  it("leaves the same process behind", async () => {
    expect((await owner.query("tenant.get")).status).toBe(200);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  it("keeps a sane correlation id and replaces any other", async () => {
    const withId = (id: string) =>
      owner.send("/trpc/tenant.get", { headers: { "x-correlation-id": id } });
    expect((await withId("trace-0123456789")).headers.get("x-correlation-id")).toBe(
      "trace-0123456789",
    );
    expect((await withId("a b")).headers.get("x-correlation-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});
