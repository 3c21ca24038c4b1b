import type { UsageLimit } from "@understudy/core/usage/contract";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { LimitFigure } from "./limit-figure.tsx";
import { limitOf, type Owner } from "./owner.ts";
import { SetLimits } from "./set-limits.tsx";
import { limitName } from "./usage-words.ts";

const SCOPES = { twin: "Twins", group: "Access groups", key: "Keys", visitor: "Visitors" } as const;
const COLUMNS = [
  { metric: "messages", period: "day", width: "w-32 max-lg:hidden" },
  { metric: "messages", period: "month", width: "w-36 max-md:w-28" },
  { metric: "tokens", period: "month", width: "w-36 max-md:hidden" },
  { metric: "spend", period: "month", width: "w-32 max-lg:hidden" },
  { metric: "sources", period: "total", width: "w-28 max-xl:hidden" },
  { metric: "storageBytes", period: "total", width: "w-36 max-xl:hidden" },
] as const satisfies readonly (Pick<UsageLimit, "metric" | "period"> & { width: string })[];

const GROUP_CELL = "h-8 border-b border-line bg-sunken px-3 first:pl-6 max-md:first:pl-4";

/** Of all but the workspace, those of a kind together. */
export function LimitsTable({
  owners,
  currency,
}: {
  owners: readonly Owner[];
  currency: string | null;
}) {
  return (
    <table className="w-full table-fixed border-t border-line text-sm">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>For</th>
          {COLUMNS.map((column) => (
            <th key={limitName(column)} className={`${TABLE_HEAD} ${column.width}`}>
              {limitName(column)}
            </th>
          ))}
          <th className={`${TABLE_HEAD} w-20`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      {(Object.keys(SCOPES) as (keyof typeof SCOPES)[]).map((scope) => (
        <OwnersOf
          key={scope}
          title={SCOPES[scope]}
          owners={owners.filter((owner) => owner.scope === scope)}
          currency={currency}
        />
      ))}
    </table>
  );
}

function OwnersOf({
  title,
  owners,
  currency,
}: {
  title: string;
  owners: readonly Owner[];
  currency: string | null;
}) {
  if (owners.length === 0) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" className={`${GROUP_CELL} text-left text-xs font-medium text-muted`}>
          {title}
        </th>
        {COLUMNS.map((column) => (
          <td key={limitName(column)} className={`${GROUP_CELL} ${column.width}`} />
        ))}
        <td className={GROUP_CELL} />
      </tr>
      {owners.map((owner) => (
        <tr key={owner.key} className={TABLE_ROW}>
          <td className={`${TABLE_CELL} truncate font-medium`}>{owner.name}</td>
          {COLUMNS.map(({ metric, period, width }) => (
            <td key={`${metric} ${period}`} className={`${TABLE_CELL} ${width}`}>
              <LimitFigure
                limit={limitOf(owner, metric, period)}
                owner={owner.name}
                currency={currency}
              />
            </td>
          ))}
          <td className={`${TABLE_CELL} text-right`}>
            <SetLimits owner={owner} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}
