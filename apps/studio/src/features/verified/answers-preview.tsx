import { countOf } from "#lib/format-count.ts";
import type { Outputs } from "#lib/trpc.ts";
import { IMPORT_EFFECTS, ImportPreview } from "#ui/import-preview.tsx";
import { TABLE_CELL, TABLE_HEAD } from "#ui/table.ts";

type Preview = Outputs["verifiedAnswer"]["previewImport"];

export function AnswersPreview({ preview }: { preview: Preview }) {
  return (
    <ImportPreview preview={preview}>
      <table className="w-full min-w-[36rem] table-fixed text-sm">
        <thead>
          <tr>
            <th className={`${TABLE_HEAD} w-20`}>Line</th>
            <th className={TABLE_HEAD}>Question</th>
            <th className={TABLE_HEAD}>Answer</th>
            <th className={`${TABLE_HEAD} w-28`}>Effect</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ line, question, phrasings, answer, effect }) => (
            <tr key={line}>
              <td className={`${TABLE_CELL} text-muted tabular-nums`}>{line}</td>
              <td className={`${TABLE_CELL} py-1.5`}>
                <p className="truncate">{question}</p>
                {phrasings.length > 0 && (
                  <p className="truncate text-xs text-faint">
                    and {countOf(phrasings.length, "other way", "other ways")} to ask it
                  </p>
                )}
              </td>
              <td className={`${TABLE_CELL} truncate text-muted`}>{answer}</td>
              <td className={TABLE_CELL}>{IMPORT_EFFECTS[effect]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ImportPreview>
  );
}
