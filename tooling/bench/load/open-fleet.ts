import { startOwnServer } from "../../faults/own-server.ts";
import { type ProductProcess, startProcess } from "../../product/start-process.ts";
import { type BenchTwin, makeBenchTwin } from "../stream/bench-twin.ts";
import { type PacedModel, startPacedModel } from "../stream/start-paced-model.ts";

export interface Fleet extends AsyncDisposable {
  serves: ProductProcess[];
  works: ProductProcess[];
  model: PacedModel;
  twin: BenchTwin;
  start(mode: "serve" | "work"): Promise<ProductProcess>;
}

/** Two processes that serve and two that work, on one server, before a model on loopback. */
export async function openFleet(): Promise<Fleet> {
  await using opened = new AsyncDisposableStack();
  const model = opened.use(await startPacedModel());
  const { settings } = opened.use(await startOwnServer());
  const start = (mode: "serve" | "work") =>
    startProcess(mode, {
      ...settings,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_CHAT_MODEL: "paced",
      LOG_LEVEL: "error",
    });
  const serves = [await start("serve"), await start("serve")];
  const works = [await start("work"), await start("work")];
  opened.defer(() => {
    for (const { kill } of [...serves, ...works]) kill("SIGKILL");
  });
  // The first one leaves; whoever asks for the whole fleet asks the other.
  const twin = await makeBenchTwin(serves[1]!.url);
  const kept = opened.move();
  return { serves, works, model, twin, start, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
