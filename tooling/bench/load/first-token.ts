import { percentile } from "../percentile.ts";
import { QUOTE_END, tokenMsAt, tokens } from "../stream/paced-script.ts";
import { processUse } from "../stream/process-use.ts";
import { Refused, readStream } from "../stream/read-stream.ts";
import { arrive } from "./arrive.ts";
import type { Fleet } from "./open-fleet.ts";

const TOKEN_MS = tokenMsAt(20);
const FIRST_TOKEN_MS = 100;
const ANSWER_SECONDS = (FIRST_TOKEN_MS + TOKEN_MS * tokens.length) / 1_000;
const BYTES_PER_GB = 1_073_741_824;

/** LD1 and LD3: what is ours before the first words, with so many answers being written, and what each takes. */
export async function measureFirstToken(
  { model, twin, serves }: Fleet,
  { streams, seconds }: { streams: number; seconds: number },
): Promise<string> {
  await model.setPace({ firstTokenMs: FIRST_TOKEN_MS, everyMs: TOKEN_MS });
  const perSecond = streams / ANSWER_SECONDS;
  const warmSeconds = ANSWER_SECONDS;
  const ids = await twin.prepare(Math.ceil(perSecond * (warmSeconds + seconds)));
  const urls = serves.map(({ url }) => url);
  const memory = () => serves.reduce((sum, { pid }) => sum + processUse(pid).residentBytes, 0);
  const before = memory();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, memory());
  }, 250);
  const asked = await arrive({ perSecond, seconds: warmSeconds + seconds }, (index) =>
    twin.ask(ids.pop() ?? "", urls[index % urls.length]).then(
      ({ firstMs }) => firstMs,
      (error: unknown) => {
        if (error instanceof Refused) return null;
        throw error;
      },
    ),
  ).finally(() => clearInterval(watch));
  const heard = asked.slice(Math.floor(perSecond * warmSeconds)).filter((ms) => ms !== null);
  const alone = await askModel(model.baseUrl);
  const ours = (p: number) => (percentile(heard, p) - alone).toFixed(0);
  const perGb = Math.round((BYTES_PER_GB * streams) / Math.max(1, most - before));
  return [
    `${streams} answers being written, ${perSecond.toFixed(1)} asked a second`,
    `before the first words p50 ${ours(50)} · p95 ${ours(95)} · p99 ${ours(99)} ms on top of the model's ${alone.toFixed(0)}`,
    `refused ${asked.filter((ms) => ms === null).length} of ${asked.length}`,
    `${perGb} streams per GB`,
  ].join(" · ");
}

/** The time to its own first sentence and quote: nothing is shown before they are checked. */
async function askModel(baseUrl: string): Promise<number> {
  const { firstMs } = await readStream(`${baseUrl}/chat/completions`, {
    headers: {},
    body: "{}",
    isFirst: (frame) => frame.includes(QUOTE_END),
  });
  return firstMs;
}
