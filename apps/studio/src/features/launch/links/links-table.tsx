import type { ShareLink } from "@understudy/core/share-link/contract";
import { Lock } from "lucide-react";
import { formatCount } from "#lib/format-count.ts";
import { formatAgo } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { LinkActions } from "./link-actions.tsx";
import { LinkState } from "./link-state.tsx";

export function LinksTable({ links }: { links: readonly ShareLink[] }) {
  const now = useNow();
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Link</th>
          <th className={`${TABLE_HEAD} w-64 max-lg:hidden`}>State</th>
          <th className={`${TABLE_HEAD} w-24 text-right max-md:hidden`}>Visitors</th>
          <th className={`${TABLE_HEAD} w-24 text-right max-md:hidden`}>Questions</th>
          <th className={`${TABLE_HEAD} w-24 text-right max-xl:hidden`}>Answered</th>
          <th className={`${TABLE_HEAD} w-32 max-md:hidden`}>Last used</th>
          <th className={`${TABLE_HEAD} w-32`}>
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id} className={TABLE_ROW}>
            <td className={TABLE_CELL}>
              <span className="flex items-center gap-1.5">
                <span className="truncate font-medium">{link.name}</span>
                {link.hasPassword && (
                  <Lock role="img" aria-label="With a password" className="size-3.5 text-muted" />
                )}
              </span>
              <span className="block truncate font-mono text-xs text-faint">{link.url}</span>
              <span className="text-sm lg:hidden">
                <LinkState link={link} now={now} />
              </span>
            </td>
            <td className={`${TABLE_CELL} max-lg:hidden`}>
              <LinkState link={link} now={now} />
            </td>
            <td className={`${TABLE_CELL} text-right tabular-nums max-md:hidden`}>
              {ofLimit(link.figures.visitors, link.visitorLimit)}
            </td>
            <td className={`${TABLE_CELL} text-right tabular-nums max-md:hidden`}>
              {ofLimit(link.figures.questions, link.messageLimit)}
            </td>
            <td className={`${TABLE_CELL} text-right tabular-nums max-xl:hidden`}>
              {shareOf(link.figures.answeredShare)}
            </td>
            <td className={`${TABLE_CELL} text-muted max-md:hidden`}>
              {link.figures.lastUsedAt ? formatAgo(link.figures.lastUsedAt, now) : "Never"}
            </td>
            <td className={`${TABLE_CELL} text-right`}>
              <LinkActions link={link} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function shareOf(answered: number | null): string {
  return answered === null ? "–" : `${Math.round(answered * 100)} %`;
}

function ofLimit(count: number, limit: number | null): string {
  return limit === null ? formatCount(count) : `${formatCount(count)} of ${formatCount(limit)}`;
}
