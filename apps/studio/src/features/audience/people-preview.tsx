import type { Outputs } from "#lib/trpc.ts";
import { IMPORT_EFFECTS, ImportPreview } from "#ui/import-preview.tsx";
import { TABLE_CELL, TABLE_HEAD } from "#ui/table.ts";

type Preview = Outputs["audience"]["previewImport"];

export function PeoplePreview({ preview }: { preview: Preview }) {
  return (
    <ImportPreview preview={preview}>
      <table className="w-full min-w-[40rem] table-fixed text-sm">
        <thead>
          <tr>
            <th className={`${TABLE_HEAD} w-20`}>Line</th>
            <th className={TABLE_HEAD}>Who</th>
            <th className={TABLE_HEAD}>Address or id</th>
            <th className={TABLE_HEAD}>Tags and groups</th>
            <th className={`${TABLE_HEAD} w-28`}>Effect</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ line, name, email, externalId, tags, groups, effect }) => (
            <tr key={line}>
              <td className={`${TABLE_CELL} text-muted tabular-nums`}>{line}</td>
              <td className={`${TABLE_CELL} truncate`}>{name}</td>
              <td className={`${TABLE_CELL} truncate text-muted`}>
                {[email, externalId].filter(Boolean).join(", ")}
              </td>
              <td className={`${TABLE_CELL} truncate text-muted`}>
                {[...tags.map((tag) => `#${tag}`), ...groups].join(" ")}
              </td>
              <td className={TABLE_CELL}>{IMPORT_EFFECTS[effect]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ImportPreview>
  );
}
