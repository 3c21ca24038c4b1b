import { countOf } from "#lib/format-count.ts";
import { formatAgo } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { shareWords } from "./share-words.ts";
import type { Weighing } from "./use-index.ts";

const HEAD = "h-9 border-b border-line px-3 text-xs font-medium text-faint first:pl-0 last:pr-0";
const CELL = "h-9 border-b border-line px-3 first:pl-0 last:pr-0";
const MINUTE_MS = 60_000;

/** How much meaning counts in an index, and the questions that say so. */
export function WeighingView({ weighing }: { weighing: Weighing }) {
  const { share, questions, first, weighedAt } = weighing;
  const now = useNow(MINUTE_MS);
  const rows: [string, number][] = [
    ["By words alone", first.words],
    ["By meaning alone", first.vectors],
    ["By both, as usual", first.usual],
  ];
  if (share !== 1) rows.push(["By both, as they count here", first.here]);
  return (
    <div className="grid gap-3">
      <p className="max-w-prose text-pretty">
        Meaning counts {shareWords(share)} here.{" "}
        <span className="text-muted">
          {sureness(weighing)} Found out {formatAgo(weighedAt, now)}, from{" "}
          {countOf(questions, "quality test")} that say what is to be found.
        </span>
      </p>
      <table className="w-full max-w-md border-collapse tabular-nums">
        <thead>
          <tr>
            <th className={`${HEAD} text-left`}>The right passage comes first</th>
            <th className={`${HEAD} w-28 text-right`}>Of {questions} tests</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, count], at) => (
            <tr key={name} className={at === rows.length - 1 ? "font-medium" : undefined}>
              <th scope="row" className={`${CELL} text-left font-normal`}>
                {name}
              </th>
              <td className={`${CELL} text-right`}>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** On tests that the share was not picked on, in points of a hundred. */
function sureness({ share, gain, gainWithin }: Weighing): string {
  if (share === 1) return "No other share finds more.";
  const points = (100 * gain).toFixed(1);
  const within = (100 * gainWithin).toFixed(1);
  const measured = `Right passages stand ${points} points of 100 higher than usual, give or take ${within}, on tests that this was not picked on`;
  if (gain > gainWithin) return `${measured}.`;
  return `${measured}: that may still be chance, and more tests would tell.`;
}
