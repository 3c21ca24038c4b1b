import { useMemo, useState } from "react";
import { Segmented } from "#ui/segmented.tsx";
import type { Span } from "../span.ts";
import type { Viewer } from "../viewer.ts";
import { readSheets } from "./read-sheets.ts";
import { SheetTable } from "./sheet-table.tsx";

/** Workbook or table as rows and columns, one sheet at a time. */
export function SheetPane({ viewer }: { viewer: Viewer }) {
  const { text, blocks, shown } = viewer;
  const sheets = useMemo(() => readSheets(text, blocks), [text, blocks]);
  const holding = shown && sheets.findIndex(({ rows }) => (rows.at(-1)?.end ?? 0) > shown.start);
  const [chosen, setChosen] = useState<{ index: number; besides: Span | null }>();
  // What is shown anew opens its sheet; until then the one that was chosen stays.
  const isKept = chosen !== undefined && chosen.besides?.start === shown?.start;
  const index = isKept ? chosen.index : Math.max(0, holding ?? 0);
  const sheet = sheets[index];
  if (!sheet) return null;
  return (
    <>
      {sheets.length > 1 && (
        <div className="shrink-0 overflow-x-auto border-b border-line px-3 py-1.5">
          <Segmented
            label="Sheet"
            value={String(index)}
            onChange={(value) => setChosen({ index: Number(value), besides: shown })}
            choices={sheets.map(({ name }, at) => ({
              value: String(at),
              label: name ?? `Table ${at + 1}`,
            }))}
          />
        </div>
      )}
      <SheetTable key={index} viewer={viewer} sheet={sheet} />
    </>
  );
}
