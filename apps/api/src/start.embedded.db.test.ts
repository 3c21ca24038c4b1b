import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { PASSWORD } from "./testing/test-session.ts";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
/** Where `npm start` keeps what Node made of the code: a second of each start. */
const COMPILE_CACHE = fileURLToPath(new URL("../../../.runtime/compile-cache", import.meta.url));
const DATABASE_URL = "postgres://app:hunter2@127.0.0.1:1/none";

interface Run {
  program: ChildProcess;
  output(): string;
  ended: Promise<number | null>;
}

function run(mode: string, variables: Record<string, string>): Run {
  const program = spawn(process.execPath, [MAIN, mode], {
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on("data", (text: Buffer) => {
      output += text.toString();
    });
  }
  return { program, output: () => output, ended: once(program, "exit").then(([code]) => code) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

describe("a start that cannot be", () => {
  it.each([
    ["no secret", { DATABASE_URL }, /APP_SECRET is missing/],
    ["a short secret", { DATABASE_URL, APP_SECRET: "abc" }, /APP_SECRET is shorter/],
    [
      "an example secret",
      { DATABASE_URL, APP_SECRET: "change-me-change-me-change-me-change-me" },
      /APP_SECRET looks like an example/,
    ],
    [
      "a regular secret",
      { DATABASE_URL, APP_SECRET: "ab".repeat(32) },
      /APP_SECRET is too regular/,
    ],
    [
      "several faults",
      { PORT: "x", SIGN_UP: "x", MAX_UPLOAD_MB: "-1" },
      /PORT[\s\S]*SIGN_UP[\s\S]*MAX_UPLOAD_MB/,
    ],
    [
      "no database there",
      { DATABASE_URL, APP_SECRET: "pV9xQ2mR7tZ4wK8sB3nL6jF1hD5gC0yA" },
      /^The database that DATABASE_URL names does not answer\.\n$/,
    ],
  ])("with %s says so and ends", async (_, variables, told) => {
    const { output, ended } = run("all", variables);
    expect(await ended).toBe(1);
    expect(output()).toMatch(told);
    expect(output()).not.toContain("hunter2");
    expect(output()).not.toContain("    at ");
  });

  it.each([
    ["serve", /needs DATABASE_URL/],
    ["dance", /There is no mode dance/],
  ])("in the mode %s says what there is", async (mode, told) => {
    const { output, ended } = run(mode, {});
    expect(await ended).toBe(1);
    expect(output()).toMatch(told);
  });
});

describe("a running program", () => {
  let dataDir: string;
  let url: string;
  let running: Run;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "understudy-start-"));
    const port = await freePort();
    url = `http://localhost:${port}`;
    running = run("all", { DATA_DIR: dataDir, PORT: String(port) });
    await vi.waitFor(() => expect(running.output()).toContain(`Understudy is ready on ${url}`), {
      timeout: 60_000,
    });
  });
  afterAll(async () => {
    running.program.kill("SIGKILL");
    await rm(dataDir, { recursive: true, force: true });
  });

  it("names what it rests on, and is ready", async () => {
    const reply = await fetch(`${url}/readyz`);
    const { ready, dependencies } = (await reply.json()) as {
      ready: boolean;
      dependencies: { name: string; state: string }[];
    };
    expect({ status: reply.status, ready }).toEqual({ status: 200, ready: true });
    expect(Object.fromEntries(dependencies.map(({ name, state }) => [name, state]))).toEqual({
      database: "ok",
      migrations: "ok",
      blobs: "ok",
      queue: "ok",
      vectors: "ok",
      embeddings: "off",
      reranker: "off",
      chat: "off",
    });
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ status: "ok" });
  });

  it("keeps its own secret, for its owner only", async () => {
    expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
  });

  it("refuses a second one on the same directory, in one sentence", async () => {
    const second = run("all", { DATA_DIR: dataDir, PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    expect(second.output()).toContain(` is in use by process ${running.program.pid};`);
    expect(second.output()).toMatch(/^[^\n]+\n$/);
  });

  it("refuses a taken port, in one sentence", async () => {
    const other = await mkdtemp(join(tmpdir(), "understudy-start-"));
    const second = run("all", { DATA_DIR: other, PORT: new URL(url).port });
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^Port \d+ is taken[^\n]*\n$/);
    await rm(other, { recursive: true, force: true });
  });

  it("finishes what was begun when it is told to stop, and ends well", async () => {
    const body = JSON.stringify({ name: "Ada", email: "ada@example.com", password: PASSWORD });
    const headers = { "content-type": "application/json" };
    const begun = Array.from({ length: 5 }, () =>
      fetch(`${url}/api/auth/sign-up/email`, { method: "POST", headers, body }),
    );
    await fetch(`${url}/healthz`);
    running.program.kill("SIGTERM");
    const statuses = (await Promise.all(begun)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(await running.ended).toBe(0);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
