import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("raw-sse.ts", import.meta.url));

export interface RawSse extends Disposable {
  url: string;
  pid: number;
}

/** The handler that ours is measured beside, in a process of its own. */
export async function startRawSse(pace: {
  everyMs: number;
  events: number;
  bytes: number;
}): Promise<RawSse> {
  const given = [pace.everyMs, pace.events, pace.bytes].map(String);
  const program = spawn(process.execPath, [PROGRAM, ...given], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = (await once(program.stdout, "data")) as [Buffer];
  return {
    url: `http://127.0.0.1:${String(port).trim()}`,
    pid: program.pid ?? 0,
    [Symbol.dispose]: () => void program.kill(),
  };
}
