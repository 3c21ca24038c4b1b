import { percentile } from "../percentile.ts";
import { QUOTE_END, tokenMsAt, tokens } from "../stream/paced-script.ts";
import { readStream } from "../stream/read-stream.ts";
import { arrive } from "./arrive.ts";
import type { Fleet } from "./open-fleet.ts";
import { countOf, tryAsk } from "./try-ask.ts";
import { watchMemory } from "./watch-memory.ts";

const FIRST_TOKEN_MS = 100;
const EVENTS_PER_SECOND = 20;
const LEAST_COUNTED = 15;
const MODEL_ASKED = 5;
const BYTES_PER_GB = 1_073_741_824;
/** Of fewer, what a stream takes is lost among what a process takes anyway. */
const LEAST_WEIGHED = 50;

/** LD1 and LD3: what is ours before the first words, with so many answers being written, and what each takes. */
export async function measureFirstToken(
  fleet: Fleet,
  { streams, seconds }: { streams: number; seconds: number },
): Promise<string> {
  // One after the other, and many of them: they are written fast.
  const everyMs = tokenMsAt(streams === 1 ? 10 * EVENTS_PER_SECOND : EVENTS_PER_SECOND);
  await fleet.model.setPace({ firstTokenMs: FIRST_TOKEN_MS, everyMs });
  const alone = await askModel(fleet.model.baseUrl);
  const answerSeconds = (FIRST_TOKEN_MS + everyMs * tokens.length) / 1_000;
  const perSecond = streams / answerSeconds;
  const counted = Math.max(LEAST_COUNTED, Math.ceil(perSecond * seconds));
  const ids = await fleet.twin.prepare(streams + counted);
  const memory = watchMemory(fleet.serves);
  const asked = await arrive({ perSecond, count: ids.length }, (index) =>
    tryAsk(fleet, ids[index] ?? "", index),
  );
  const grownBytes = memory.stop();
  const heard = asked.slice(streams).map(({ firstMs }) => firstMs);
  const firstMs = heard.filter((ms) => ms !== null);
  const ours = (p: number) => (percentile(firstMs, p) - alone).toFixed(0);
  const told = [
    `${streams} answers being written`,
    `before the first words p50 ${ours(50)}, p95 ${ours(95)} ms on top of the model's ${alone.toFixed(0)} (${firstMs.length} counted)`,
    `refused ${countOf(asked, "refused")}, broken ${countOf(asked, "broken")} of ${asked.length}`,
  ];
  if (streams >= LEAST_WEIGHED) {
    told.push(`${Math.round((BYTES_PER_GB * streams) / Math.max(1, grownBytes))} streams per GB`);
  }
  return told.join(" · ");
}

/** The time to its own first sentence and quote: nothing is shown before they are checked. */
async function askModel(baseUrl: string): Promise<number> {
  const times: number[] = [];
  while (times.length < MODEL_ASKED) {
    const { firstMs } = await readStream(`${baseUrl}/chat/completions`, {
      headers: {},
      body: "{}",
      isFirst: (frame) => frame.includes(QUOTE_END),
    });
    times.push(firstMs);
  }
  return percentile(times, 50);
}
