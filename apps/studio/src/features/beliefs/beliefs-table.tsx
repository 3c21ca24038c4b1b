import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Belief } from "@understudy/core/belief/contract";
import { ChangedMark } from "#features/impact/changed-mark.tsx";
import { useOpenImpacts } from "#features/impact/use-impacts.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { BeliefState } from "./belief-state.tsx";

export function BeliefsTable({ twinId, beliefs }: { twinId: string; beliefs: readonly Belief[] }) {
  const warned = new Set(useOpenImpacts(twinId).map(({ beliefId }) => beliefId));
  const now = useNow();
  const { belief: openId } = useSearch({ from: "/studio/twins/$twinId/beliefs" });
  const navigate = useNavigate({ from: "/twins/$twinId/beliefs" });
  const open = (id: string | undefined) =>
    void navigate({ search: (current) => ({ ...current, belief: id, part: undefined }) });
  const { setActiveId } = useListKeys({
    follows: openId !== undefined,
    onOpen: open,
    onClose: () => open(undefined),
  });
  const narrow = openId ? "max-2xl:hidden" : "max-lg:hidden";
  const cell = classNames(TABLE_CELL, narrow, "text-muted tabular-nums");
  return (
    <table className="w-full table-fixed">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Belief</th>
          <th className={`${TABLE_HEAD} w-36 max-md:w-28`}>State</th>
          <th className={`${TABLE_HEAD} w-24 text-right ${narrow}`}>Version</th>
          <th className={`${TABLE_HEAD} w-36 ${narrow}`}>Edited</th>
        </tr>
      </thead>
      <tbody>
        {beliefs.map((belief) => (
          <tr
            key={belief.id}
            data-row-id={belief.id}
            tabIndex={-1}
            aria-selected={belief.id === openId}
            onFocus={() => setActiveId(belief.id)}
            className={TABLE_ROW}
          >
            <td className={classNames(TABLE_CELL, "py-1.5")}>
              <button
                type="button"
                onClick={() => open(belief.id)}
                className="block w-full truncate text-left font-medium hover:underline"
              >
                {belief.statement}
              </button>
              {belief.scope && <p className="truncate text-sm text-muted">{belief.scope}</p>}
            </td>
            <td className={`${TABLE_CELL} text-sm`}>
              {warned.has(belief.id) ? <ChangedMark /> : <BeliefState belief={belief} />}
            </td>
            <td className={`${cell} text-right`}>{belief.version}</td>
            <td className={cell}>
              <Ago at={belief.updatedAt} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
