import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { compileCacheDir, rootDir } from "../bootstrap/paths.js";

export type Mode = "all" | "serve" | "work";
export type Ending = { code: number | null; signal: NodeJS.Signals | null };
export type ProductProcess = {
  url: string;
  pid: number;
  log: () => string;
  kill: (signal: NodeJS.Signals) => void;
  ended: Promise<Ending>;
  /** Ends it as Ctrl-C does, by force after half a minute. */
  stop: () => Promise<Ending>;
};

const PASSED_ON = ["PATH", "HOME", "TMPDIR", "SystemRoot", "NODE_EXTRA_CA_CERTS"];
const READY_MS = 180_000;
const STOP_MS = 30_000;

/** Starts one process of the product, with nothing of this shell's settings; it is not ready yet. */
export async function spawnProcess(
  mode: Mode,
  settings: Record<string, string>,
): Promise<ProductProcess> {
  const port = settings.PORT ?? String(await freePort());
  const inherited = Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
  const program = spawn(process.execPath, ["apps/api/src/main.ts", mode], {
    cwd: rootDir,
    env: {
      ...inherited,
      // As `npm start` sets it.
      NODE_COMPILE_CACHE: compileCacheDir,
      HOST: "127.0.0.1",
      PORT: port,
      WORKER_PORT: port,
      DEMO_TWIN: "off",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(program, "exit").then(([code, signal]): Ending => ({ code, signal }));
  return {
    url: `http://127.0.0.1:${port}`,
    pid: program.pid ?? 0,
    log: collectOutput(program),
    kill: (signal) => void program.kill(signal),
    ended,
    stop: async () => {
      program.kill("SIGINT");
      const timer = setTimeout(() => program.kill("SIGKILL"), STOP_MS);
      return ended.finally(() => clearTimeout(timer));
    },
  };
}

/** Starts one and waits until its `/readyz` says yes; what does not start is ended, with its log told. */
export async function startProcess(
  mode: Mode,
  settings: Record<string, string>,
): Promise<ProductProcess> {
  const started = await spawnProcess(mode, settings);
  try {
    await untilReady(started);
    return started;
  } catch (error) {
    started.kill("SIGKILL");
    throw error;
  }
}

async function untilReady({ url, log, ended }: ProductProcess): Promise<void> {
  const gone = ended.then(() => {
    throw new Error(`the product did not start:\n${log()}`);
  });
  const ready = async () => {
    const deadline = performance.now() + READY_MS;
    while (performance.now() < deadline) {
      const reply = await fetch(`${url}/readyz`).catch(() => null);
      if (reply?.ok) return;
      await delay(50);
    }
    throw new Error(`the product was not ready within three minutes:\n${log()}`);
  };
  await Promise.race([gone, ready()]);
}

function collectOutput(program: ChildProcess) {
  let output = "";
  program.stdout?.on("data", (part: Buffer) => (output += part));
  program.stderr?.on("data", (part: Buffer) => (output += part));
  return () => output;
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
