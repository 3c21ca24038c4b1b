import type { BenchTwin } from "./bench-twin.ts";
import { type Held, measureHeld } from "./measure-held.ts";
import { eventsOf, tokensOf } from "./paced-script.ts";
import { readStream } from "./read-stream.ts";
import type { PacedModel } from "./start-paced-model.ts";
import { type Raw, startRaw } from "./start-raw.ts";

/** So slow that none ends before all have begun. */
const SAID = 4;
const EVERY_MS = 800;
const OPEN_WITHIN_MS = 40_000;
/** A sentence is said when what backs it has come. */
const FIRST_WORDS_MS = 25_000;

/** Memory of so many answers that are being written at once, beside the bare handlers' streams. */
export async function compareHeld(
  twin: BenchTwin,
  model: PacedModel,
  { pid, streams }: { pid: number; streams: number },
): Promise<string> {
  const holding = { streams, openWithinMs: OPEN_WITHIN_MS, settleMs: FIRST_WORDS_MS };
  const ids = await twin.prepare(streams);
  await model.setPace({ firstTokenMs: 100, everyMs: EVERY_MS, said: SAID });
  const ours = await measureHeld({ ...holding, pid, follow: () => twin.askNext(ids) });
  const answerMs = tokensOf(SAID).length * EVERY_MS;
  using sse = await startRaw("raw-sse", [answerMs / eventsOf(SAID), eventsOf(SAID), 0]);
  using relay = await startRaw("raw-relay", [model.baseUrl]);
  const [bare, reading] = await Promise.all(
    [sse, relay].map((raw) => measureHeld({ ...holding, pid: raw.pid, follow: () => read(raw) })),
  );
  return [
    `memory of ${streams} streams that are open at once, without garbage`,
    describe("ours", ours),
    describe("bare handler", bare!),
    describe("bare handler that reads the model", reading!),
  ].join("\n");
}

const read = ({ url }: Raw) => readStream(url, { headers: {}, body: "{}", isFirst: () => true });

const describe = (name: string, { open, kilobytesPerStream }: Held) =>
  `  ${name}: ${kilobytesPerStream.toFixed(0)} kB each (${open} open)`;
