import type { AccessGroup } from "@understudy/core/access-group/contract";
import { TABLE_CELL, TABLE_HEAD, TABLE_ROW } from "#ui/table.ts";
import { contentWords, limitWords, memberWords } from "./group-words.ts";

export function GroupsTable({
  groups,
  onOpen,
}: {
  groups: readonly AccessGroup[];
  onOpen: (groupId: string) => void;
}) {
  return (
    <table className="w-full table-fixed border-t border-line">
      <thead>
        <tr>
          <th className={TABLE_HEAD}>Group</th>
          <th className={`${TABLE_HEAD} max-md:hidden`}>Who</th>
          <th className={`${TABLE_HEAD} w-56 max-lg:hidden`}>For them alone</th>
          <th className={`${TABLE_HEAD} w-56 max-lg:hidden`}>Limits</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id} className={TABLE_ROW}>
            <td className={TABLE_CELL}>
              <button
                type="button"
                onClick={() => onOpen(group.id)}
                className="block w-full truncate text-left font-medium hover:underline"
              >
                {group.name}
              </button>
              <span className="block truncate text-sm text-muted md:hidden">
                {memberWords(group)}
              </span>
            </td>
            <td className={`${TABLE_CELL} truncate text-muted max-md:hidden`}>
              {memberWords(group)}
            </td>
            <td className={`${TABLE_CELL} text-muted max-lg:hidden`}>{contentWords(group)}</td>
            <td className={`${TABLE_CELL} text-muted max-lg:hidden`}>{limitWords(group)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
