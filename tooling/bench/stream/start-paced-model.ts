import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Pace } from "./paced-script.ts";

const PROGRAM = fileURLToPath(new URL("paced-model.ts", import.meta.url));

export interface PacedModel extends Disposable {
  baseUrl: string;
  /** How it speaks to those who ask from now on. */
  setPace(pace: Pace): Promise<void>;
}

/** The paced model in a process of its own, so that what it costs is not ours. */
export async function startPacedModel(): Promise<PacedModel> {
  const running = fork(PROGRAM);
  const [port] = await once(running, "message");
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    async setPace(pace) {
      const paced = once(running, "message");
      running.send(pace);
      await paced;
    },
    [Symbol.dispose]: () => void running.kill(),
  };
}
