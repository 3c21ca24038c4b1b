import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { COLLECTABLE } from "./measure-held.ts";

export interface Raw extends Disposable {
  url: string;
  pid: number;
}

/** A bare handler that ours is measured beside, in a process of its own. */
export async function startRaw(
  program: "raw-sse" | "raw-relay",
  given: readonly (string | number)[],
): Promise<Raw> {
  const path = fileURLToPath(new URL(`${program}.ts`, import.meta.url));
  const running = spawn(process.execPath, [path, ...given.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, ...COLLECTABLE },
  });
  const [port] = (await once(running.stdout, "data")) as [Buffer];
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    pid: running.pid ?? 0,
    [Symbol.dispose]: () => void running.kill(),
  };
}
