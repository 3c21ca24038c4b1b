import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startOwnServer } from "../../faults/own-server.ts";
import { startProcess } from "../../product/start-process.ts";
import { COLLECTABLE } from "./measure-held.ts";

export interface Instance extends AsyncDisposable {
  url: string;
  pid: number;
}

/** The product in a process of its own, on the engine that is named, before the model at this address. */
export async function startInstance(engine: string, modelUrl: string): Promise<Instance> {
  const stack = new AsyncDisposableStack();
  const model = { OPENAI_BASE_URL: modelUrl, OPENAI_CHAT_MODEL: "paced", LOG_LEVEL: "error" };
  const settings = engine === "server" ? await openServer(stack) : openFolder(stack);
  const { url, pid, stop } = await startProcess("all", { ...settings, ...model, ...COLLECTABLE });
  stack.defer(async () => {
    await stop();
  });
  return { url, pid, [Symbol.asyncDispose]: () => stack.disposeAsync() };
}

async function openServer(stack: AsyncDisposableStack): Promise<Record<string, string>> {
  return stack.use(await startOwnServer()).settings;
}

function openFolder(stack: AsyncDisposableStack): Record<string, string> {
  const dataDir = mkdtempSync(join(tmpdir(), "understudy-bench-"));
  stack.defer(() => rmSync(dataDir, { recursive: true, force: true }));
  return { DATA_DIR: dataDir };
}
