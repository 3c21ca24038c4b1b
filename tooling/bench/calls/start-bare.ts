import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface Bare extends Disposable {
  url: string;
  pid: number;
}

/** The bare server, in a process of its own. */
export async function startBare(): Promise<Bare> {
  const running = spawn(process.execPath, [join(import.meta.dirname, "bare.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(running.stdout, "data")) as [Buffer];
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    pid: running.pid ?? 0,
    [Symbol.dispose]: () => void running.kill(),
  };
}
