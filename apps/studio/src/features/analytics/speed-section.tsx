import { formatCount } from "#lib/format-count.ts";
import { formatDuration } from "#lib/format-time.ts";
import { TABLE_CELL, TABLE_FLUSH, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import type { Overview } from "./analytics.ts";
import { ChangeMark } from "./change-mark.tsx";
import { changeOfCount } from "./change-words.ts";
import { Section } from "./section.tsx";

type Told = Overview["current"];
type Stage = Told["latency"][number];

const STAGE_NAMES: Record<Stage["stage"], string> = {
  understand: "Understanding the question",
  verified: "Looking for a verified answer",
  retrieve: "Finding passages",
  rerank: "Ranking them",
  write: "Writing and checking",
  total: "From question to end",
};

/** How long answers took, stage by stage. */
export function SpeedSection({ current, previous }: { current: Told; previous: Told | null }) {
  const stages = current.latency.filter(({ answers }) => answers > 0);
  const slowest = Math.max(...stages.map(({ p95Ms }) => p95Ms ?? 0), 1);
  if (stages.length === 0) return null;
  return (
    <Section title="How long it took">
      <table className={TABLE_FLUSH}>
        <thead>
          <tr>
            <th className={TABLE_HEAD}>Stage</th>
            <th className={`${TABLE_HEAD} w-36 max-md:w-20`}>50 % within</th>
            <th className={`${TABLE_HEAD} w-24 max-md:w-20`}>95 % within</th>
            <th className={`${TABLE_HEAD} w-1/3 max-md:hidden`}>
              <span className="sr-only">As lengths</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {stages.map((stage) => (
            <StageRow
              key={stage.stage}
              stage={stage}
              before={previous?.latency.find((each) => each.stage === stage.stage)}
              slowest={slowest}
            />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function StageRow({
  stage: { stage, p50Ms, p95Ms },
  before,
  slowest,
}: {
  stage: Stage;
  before: Stage | undefined;
  slowest: number;
}) {
  const width = (ms: number | null) => `${((ms ?? 0) / slowest) * 100}%`;
  const was = before?.p50Ms ?? null;
  const change =
    p50Ms !== null && was !== null && was >= 1
      ? changeOfCount({ now: Math.round(p50Ms), before: Math.round(was), better: "less" })
      : null;
  return (
    <tr className={TABLE_ROW}>
      <th scope="row" className={`${TABLE_CELL} truncate text-left font-normal`}>
        {STAGE_NAMES[stage]}
      </th>
      <td className={`${TABLE_CELL} tabular-nums`}>
        <span className="flex flex-wrap items-baseline gap-x-2">
          {formatDuration(p50Ms ?? 0)}
          <span className="max-md:hidden">
            <ChangeMark change={change} />
          </span>
        </span>
      </td>
      <td className={`${TABLE_CELL} tabular-nums`}>{formatDuration(p95Ms ?? 0)}</td>
      <td aria-hidden className={`${TABLE_CELL} max-md:hidden`}>
        <span className="relative block h-2">
          <span
            className="absolute inset-y-0 left-0 rounded-sm bg-selected"
            style={{ width: width(p95Ms) }}
          />
          <span
            className="absolute inset-y-0 left-0 rounded-sm bg-muted"
            style={{ width: width(p50Ms) }}
          />
        </span>
      </td>
    </tr>
  );
}

/** What models took, and what that cost where the price is known. */
export function CostSection({ current }: { current: Told }) {
  const costs = current.costs.filter(({ model }) => model !== null);
  return (
    <Section title="Tokens and cost">
      {costs.length === 0 ? (
        <p className="text-sm text-muted">
          No model wrote an answer in this time: quotations and verified answers cost nothing.
        </p>
      ) : (
        <table className={TABLE_FLUSH}>
          <thead>
            <tr>
              <th className={TABLE_HEAD}>Model</th>
              <th className={`${TABLE_HEAD} w-24`}>Answers</th>
              <th className={`${TABLE_HEAD} w-28 max-md:hidden`}>Tokens in</th>
              <th className={`${TABLE_HEAD} w-28 max-md:hidden`}>Tokens out</th>
              <th className={`${TABLE_HEAD} w-28`}>Cost</th>
            </tr>
          </thead>
          <tbody>
            {costs.map(({ model, currency, answers, inputTokens, outputTokens, amount }) => (
              <tr key={`${model} ${currency}`} className={`${TABLE_ROW} tabular-nums`}>
                <th scope="row" className={`${TABLE_CELL} truncate text-left font-normal`}>
                  {model}
                </th>
                <td className={TABLE_CELL}>{formatCount(answers)}</td>
                <td className={`${TABLE_CELL} max-md:hidden`}>{formatCount(inputTokens)}</td>
                <td className={`${TABLE_CELL} max-md:hidden`}>{formatCount(outputTokens)}</td>
                <td className={TABLE_CELL}>{formatMoney(amount, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function formatMoney(amount: number | null, currency: string | null): string {
  if (amount === null || currency === null) return "not known";
  const digits = amount < 1 ? 4 : 2;
  return new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    maximumFractionDigits: digits,
  }).format(amount);
}
