import type { UsageLimit } from "@understudy/core/usage/contract";
import { formatMoment } from "#lib/format-time.ts";
import { Button } from "#ui/button.tsx";
import { ProgressBar } from "#ui/progress-bar.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { amount, limitName, ownerName } from "./usage-words.ts";

export function LimitsTable({
  limits,
  onEdit,
}: {
  limits: readonly UsageLimit[];
  onEdit: (limit: UsageLimit) => void;
}) {
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>For</th>
          <th className={`${TABLE_HEAD} w-44 max-md:w-28`}>What</th>
          <th className={`${TABLE_HEAD} w-56 max-md:w-28`}>Used</th>
          <th className={`${TABLE_HEAD} w-44 max-lg:hidden`}>Counts anew</th>
          <th className={`${TABLE_HEAD} w-24 max-md:w-20`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {limits.map((limit) => (
          <LimitRow
            key={`${limit.scope} ${limit.subjectId} ${limit.metric} ${limit.period}`}
            limit={limit}
            onEdit={() => onEdit(limit)}
          />
        ))}
      </tbody>
    </table>
  );
}

function LimitRow({ limit, onEdit }: { limit: UsageLimit; onEdit: () => void }) {
  const { metric, used, limit: most, resetsAt } = limit;
  const [owner, name] = [ownerName(limit), limitName(limit)];
  return (
    <tr className={TABLE_ROW}>
      <td className={`${TABLE_CELL} truncate font-medium`}>{owner}</td>
      <td className={TABLE_CELL}>{name}</td>
      <td className={`${TABLE_CELL} tabular-nums`}>
        <span className="grid gap-1">
          <span>
            {used !== null && amount(metric, used)}
            {most !== null && <span className="text-muted"> of {amount(metric, most)}</span>}
            {most === null && <span className="text-muted"> no limit</span>}
          </span>
          {most !== null && used !== null && (
            <ProgressBar
              fraction={most === 0 ? 1 : Math.min(1, used / most)}
              label={`${name} of ${owner}`}
            />
          )}
        </span>
      </td>
      <td className={`${TABLE_CELL} text-muted max-lg:hidden`}>
        {resetsAt && <time dateTime={resetsAt}>{formatMoment(resetsAt)}</time>}
      </td>
      <td className={`${TABLE_CELL} text-right`}>
        <Button size="small" onClick={onEdit}>
          Set
          <span className="sr-only">
            {" "}
            {name} of {owner}
          </span>
        </Button>
      </td>
    </tr>
  );
}
