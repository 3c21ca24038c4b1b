import type { Status, StatusHistory } from "@understudy/core/status/contract";
import { CircleAlert, CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { HistoryBar } from "./history-bar.tsx";
import { formatShare, nameOf, SPAN_WORDS } from "./status-words.ts";

/** What the product rests on: how each is now, and how it has been. */
export function DependenciesTable({ status, history }: { status: Status; history: StatusHistory }) {
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={`${TABLE_HEAD} w-44 max-md:w-32`}>Part</th>
          <th className={`${TABLE_HEAD} w-72 max-lg:w-auto`}>Now</th>
          <th className={`${TABLE_HEAD} max-lg:hidden`}>In this time</th>
          <th className={`${TABLE_HEAD} w-24 text-right max-md:w-20`}>Well</th>
        </tr>
      </thead>
      <tbody>
        {status.dependencies.map((dependency) => (
          <Row
            key={dependency.name}
            dependency={dependency}
            past={history.dependencies.find(({ name }) => name === dependency.name)}
            period={history}
          />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  dependency: { name, state, detail },
  past,
  period,
}: {
  dependency: Status["dependencies"][number];
  past: StatusHistory["dependencies"][number] | undefined;
  period: StatusHistory;
}) {
  return (
    <tr className={TABLE_ROW}>
      <td className={`${TABLE_CELL} py-2 font-medium`}>{nameOf(name)}</td>
      <td className={`${TABLE_CELL} py-2`}>
        <span className="flex items-center gap-1.5">
          <Mark state={state} />
          {SPAN_WORDS[state]}
        </span>
        {detail && <span className="block text-sm text-muted">{detail}</span>}
      </td>
      <td className={`${TABLE_CELL} py-2 max-lg:hidden`}>
        {past && <HistoryBar dependency={past} period={period} />}
      </td>
      <td className={`${TABLE_CELL} text-right text-muted tabular-nums`}>
        {past && past.wellShare !== null && state !== "off" ? formatShare(past.wellShare) : "–"}
      </td>
    </tr>
  );
}

function Mark({ state }: { state: Status["dependencies"][number]["state"] }) {
  const size = "size-4 shrink-0";
  if (state === "ok") return <CircleCheck aria-hidden className={`${size} text-good`} />;
  if (state === "off") return <CircleDashed aria-hidden className={`${size} text-faint`} />;
  if (state === "failed") return <CircleX aria-hidden className={`${size} text-bad`} />;
  return <CircleAlert aria-hidden className={`${size} text-warn`} />;
}
