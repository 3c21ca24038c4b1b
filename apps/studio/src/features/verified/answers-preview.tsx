import { countOf } from "#lib/format-count.ts";
import type { Outputs } from "#lib/trpc.ts";
import { LineProblems } from "#ui/line-problems.tsx";
import { TABLE_CELL, TABLE_HEAD } from "#ui/table.ts";

type Preview = Outputs["verifiedAnswer"]["previewImport"];

const EFFECTS = { create: "New", update: "Changes", unchanged: "As it is" } as const;

/** What an import would do with each row, what is wrong with some first. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const { created, updated, unchanged, problems, rows } = preview;
  const left = created + updated + unchanged - rows.length;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p role="status" className="font-medium">
        {created} new, {updated} changed, {unchanged} as they are
        {problems.length > 0 && `; ${countOf(problems.length, "row")} to look at`}
      </p>
      <LineProblems problems={problems} />
      {rows.length > 0 && (
        <section
          aria-label="Rows"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
          tabIndex={0}
          className="max-h-72 overflow-auto rounded-md border border-line"
        >
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
              {rows.map(({ line, question, phrasings, answer, effect }) => (
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
                  <td className={TABLE_CELL}>{EFFECTS[effect]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {left > 0 && (
        <p className="text-sm text-muted">and {countOf(left, "further row")}, not shown here.</p>
      )}
    </div>
  );
}
