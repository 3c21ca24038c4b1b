import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { rootDir } from "../bootstrap/paths.js";

export type Product = {
  url: string;
  dataDir: string;
  log: () => string;
  /** Ends it as Ctrl-C does and gives its exit code. */
  stop: () => Promise<number | null>;
};

const passedOn = ["PATH", "HOME", "TMPDIR", "SystemRoot", "NODE_EXTRA_CA_CERTS"];

/** Starts the whole product on a data directory of its own, with nothing of this shell's settings. */
export async function startProduct(settings: Record<string, string> = {}): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), "understudy-product-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const inherited = Object.fromEntries(passedOn.map((name) => [name, process.env[name]]));
  const program = spawn(process.execPath, ["apps/api/src/main.ts", "all"], {
    cwd: rootDir,
    env: { ...inherited, HOST: "127.0.0.1", PORT: String(port), DATA_DIR: dataDir, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const log = collectOutput(program);
  const stop = async () => {
    const code = await endProgram(program);
    rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  try {
    await untilReady({ url, program, log });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, dataDir, log, stop };
}

function collectOutput(program: ChildProcess) {
  let output = "";
  program.stdout?.on("data", (part: Buffer) => (output += part));
  program.stderr?.on("data", (part: Buffer) => (output += part));
  return () => output;
}

type Starting = { url: string; program: ChildProcess; log: () => string };

async function untilReady({ url, program, log }: Starting) {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline) {
    if (program.exitCode !== null) throw new Error(`the product did not start:\n${log()}`);
    const ready = await fetch(`${url}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return;
    await delay(50);
  }
  throw new Error(`the product was not ready within a minute:\n${log()}`);
}

async function endProgram(program: ChildProcess) {
  if (program.exitCode !== null || program.signalCode !== null) return program.exitCode;
  const ended = once(program, "exit");
  program.kill("SIGINT");
  const timer = setTimeout(() => program.kill("SIGKILL"), 30_000);
  await ended;
  clearTimeout(timer);
  return program.exitCode;
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
