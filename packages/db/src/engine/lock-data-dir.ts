import { mkdir, readFile, rm, rmdir, stat, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { DataDirInUse } from "../data-dir-in-use.ts";
import { identifySelf, isAlive, type ProcessIdentity } from "./process-identity.ts";

const TOUCH_EVERY_MS = 5_000;
/** After this long without a touch, a holder that cannot be looked at is taken for dead. */
const SILENT_AFTER_MS = 30_000;
const GATE_ABANDONED_AFTER_MS = 10_000;

export interface DataDirLock {
  release(): Promise<void>;
}

/** One process per directory; a lock whose holder was killed is taken over. */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = `${dataDir}.lock`;
  await mkdir(dirname(path), { recursive: true });
  await throughGate(`${path}.gate`, async () => {
    const holder = await readHolder(path);
    if (holder) throw new DataDirInUse(dataDir, holder.pid);
    await writeFile(path, JSON.stringify(identifySelf()));
  });
  const timer = setInterval(() => void touch(path), TOUCH_EVERY_MS);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      await rm(path, { force: true });
    },
  };
}

/** Looking and taking over are one step: `mkdir` succeeds for one process only. */
async function throughGate(gate: string, work: () => Promise<void>): Promise<void> {
  while (!(await makeGate(gate))) {
    const age = await ageMs(gate);
    if (age !== undefined && age > GATE_ABANDONED_AFTER_MS) await removeGate(gate);
    else await wait(20);
  }
  try {
    await work();
  } finally {
    await removeGate(gate);
  }
}

async function makeGate(gate: string): Promise<boolean> {
  try {
    await mkdir(gate);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

async function removeGate(gate: string): Promise<void> {
  await rmdir(gate).catch(ignoreMissing);
}

/** The living holder of the lock; a file that was cut off in writing has none. */
async function readHolder(path: string): Promise<ProcessIdentity | undefined> {
  const text = await readFile(path, "utf8").catch(ignoreMissing);
  const holder = text ? parseIdentity(text) : undefined;
  if (!holder) return undefined;
  if (holder.host === hostname()) return isAlive(holder) ? holder : undefined;
  const silentMs = await ageMs(path);
  return silentMs !== undefined && silentMs < SILENT_AFTER_MS ? holder : undefined;
}

function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(text) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

async function ageMs(path: string): Promise<number | undefined> {
  const found = await stat(path).catch(ignoreMissing);
  return found ? Date.now() - found.mtimeMs : undefined;
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(ignoreMissing);
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}
