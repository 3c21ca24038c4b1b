import { Link, useNavigate } from "@tanstack/react-router";
import type { Twin } from "@understudy/core/twin/contract";
import { formatCount } from "#lib/format-count.ts";
import { useListKeys } from "#lib/use-list-keys.ts";
import { useNow } from "#lib/use-now.ts";
import { Ago } from "#ui/ago.tsx";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { TwinMark } from "./twin-mark.tsx";
import { TwinRowMenu } from "./twin-row-menu.tsx";

export function TwinsTable({ twins, archived }: { twins: readonly Twin[]; archived: boolean }) {
  const navigate = useNavigate();
  const now = useNow();
  const { setActiveId } = useListKeys({
    onOpen: (twinId) => navigate({ to: "/twins/$twinId", params: { twinId }, search: {} }),
    onClose: () => undefined,
  });
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Name</th>
          <th className={`${TABLE_HEAD} w-24 text-right`}>Sources</th>
          <th className={`${TABLE_HEAD} w-36 max-md:hidden`}>Updated</th>
          <th className={`${TABLE_HEAD} w-14`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {twins.map((twin) => (
          <tr
            key={twin.id}
            data-row-id={twin.id}
            tabIndex={-1}
            onFocus={() => setActiveId(twin.id)}
            className={TABLE_ROW}
          >
            <td className={TABLE_CELL}>
              <Link
                to="/twins/$twinId"
                params={{ twinId: twin.id }}
                search={{}}
                className="flex min-w-0 items-center gap-2"
              >
                <TwinMark twin={twin} />
                <span className="truncate font-medium hover:underline">{twin.name}</span>
                <span className="truncate text-muted max-md:hidden">{twin.headline}</span>
              </Link>
            </td>
            <td className={`${TABLE_CELL} text-right tabular-nums`}>
              {formatCount(twin.sourceCount)}
            </td>
            <td className={`${TABLE_CELL} text-muted max-md:hidden`}>
              <Ago at={twin.updatedAt} now={now} />
            </td>
            <td className={`${TABLE_CELL} text-right`}>
              <TwinRowMenu twin={twin} archived={archived} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
