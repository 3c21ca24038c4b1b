import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test } from "vitest";
import { makePdf } from "./fixtures/make-pdf.ts";
import { createParserPool, type ParserPool } from "./parser-pool.ts";
import type { PoolSettings } from "./pool/pool-settings.ts";

const pools: ParserPool[] = [];
const parserModule = new URL("./fixtures/hostile-parser.ts", import.meta.url);

function openPool(options: Partial<PoolSettings> = {}): ParserPool {
  const pool = createParserPool({ parserModule, timeoutMs: 30_000, ...options });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

const bytes = Buffer.from("abc");

async function deed(pool: ParserPool, fileName: string): Promise<string> {
  return (await pool.parse({ bytes, fileName })).text;
}

async function reasonOf(parse: Promise<unknown>): Promise<unknown> {
  return parse.then(
    () => "parsed",
    (error: { reason?: string; message: string }) => error.reason ?? error.message,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("a parser pool", () => {
  test("parses real files, from bytes and from a path", async () => {
    const pool = createParserPool();
    pools.push(pool);
    const pdf = makePdf([[{ text: "The vault opens at nine.", x: 72, y: 700 }]]);
    const path = join(await mkdtemp(join(tmpdir(), "understudy-")), "a.bin");
    await writeFile(path, pdf);
    const fromBytes = await pool.parse({ bytes: pdf, fileName: "a.pdf" });
    const fromPath = await pool.parse({ path, fileName: "a.pdf" });
    expect(fromBytes.text).toBe("The vault opens at nine.");
    expect(fromPath).toEqual(fromBytes);
    const page = { bytes: Buffer.from("<html><p>Opening hours: nine to five.</p>"), fileName: "x" };
    expect((await pool.parse(page)).text).toBe("Opening hours: nine to five.");
  });

  test.each([
    ["loop", "source.timed_out", { timeoutMs: 1_500 }],
    ["fillHeap", "source.too_complex", { memoryMb: 200 }],
    ["fillBuffers", "source.too_complex", { memoryMb: 200 }],
    ["exit", "source.corrupt", {}],
    ["kill", "source.too_complex", {}],
    ["fail", "source.corrupt", {}],
    ["reject", "source.corrupt", {}],
    ["flood", "source.too_large", { maxOutputBytes: 1_000_000 }],
  ])(
    "refuses a document that makes its parser %s, and serves the next",
    async (fileName, reason, options) => {
      const pool = openPool(options);
      expect(await reasonOf(pool.parse({ bytes, fileName }))).toBe(reason);
      expect(await deed(pool, "echo")).toBe("3");
    },
  );

  test("gives children no environment, files, processes or network", async () => {
    const pool = openPool();
    expect(await deed(pool, "environment")).toBe("");
    expect(await deed(pool, "fetch")).toBe("undefined");
    for (const forbidden of ["read", "write", "spawn"]) {
      expect(await deed(pool, forbidden)).toBe("ERR_ACCESS_DENIED");
    }
  });

  test("is not confused by what parsers print", async () => {
    const pool = openPool();
    expect(await deed(pool, "print")).toBe("3");
    expect(await deed(pool, "echo")).toBe("3");
  });

  test("refuses what is larger than it takes, without starting work", async () => {
    const pool = openPool({ maxInputBytes: 2 });
    expect(await reasonOf(pool.parse({ bytes, fileName: "echo" }))).toBe("source.too_large");
  });

  test("stops at once when aborted, while working and while waiting", async () => {
    const pool = openPool();
    const working = new AbortController();
    const waiting = new AbortController();
    const first = reasonOf(pool.parse({ bytes, fileName: "loop" }, working.signal));
    const second = reasonOf(pool.parse({ bytes, fileName: "echo" }, waiting.signal));
    waiting.abort(new Error("second cancelled"));
    expect(await second).toBe("second cancelled");
    working.abort(new Error("first cancelled"));
    expect(await first).toBe("first cancelled");
    expect(await deed(pool, "echo")).toBe("3");
  });

  test("leaves a child alone when the signal of an earlier document fires", async () => {
    const pool = openPool();
    const earlier = new AbortController();
    await pool.parse({ bytes, fileName: "echo" }, earlier.signal);
    const looping = reasonOf(pool.parse({ bytes, fileName: "flood" }));
    earlier.abort();
    expect(await looping).toBe("parsed");
  });

  test("works on as many documents at once as it is wide, and no more", async () => {
    const pool = openPool({ size: 2 });
    const pids = await Promise.all(["a", "b", "c", "d"].map(() => deed(pool, "pid")));
    expect(new Set(pids).size).toBeLessThanOrEqual(2);
  });

  test("reuses a warm child, and replaces it after its share of documents", async () => {
    const pool = openPool({ documentsPerChild: 2 });
    const pids = [await deed(pool, "pid"), await deed(pool, "pid"), await deed(pool, "pid")];
    expect(pids[0]).toBe(pids[1]);
    expect(pids[2]).not.toBe(pids[0]);
  });

  test("ends idle children, and every child when closed", async () => {
    const idling = openPool({ idleMs: 10 });
    const idle = Number(await deed(idling, "pid"));
    await expect.poll(() => isAlive(idle)).toBe(false);
    const closing = openPool();
    const pid = Number(await deed(closing, "pid"));
    const looping = reasonOf(closing.parse({ bytes, fileName: "loop" }));
    await closing.close();
    expect(await looping).toBe("The parser pool is closed.");
    expect(isAlive(pid)).toBe(false);
    await expect(closing.parse({ bytes, fileName: "echo" })).rejects.toThrow("closed");
  });

  test("ends a busy child when its parent was killed", async () => {
    const script = fileURLToPath(new URL("./fixtures/abandon-children.ts", import.meta.url));
    const parent = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const child = Number(line.toString());
    expect(isAlive(child)).toBe(true);
    parent.kill("SIGKILL");
    await expect.poll(() => isAlive(child), { timeout: 5_000 }).toBe(false);
  });
});
