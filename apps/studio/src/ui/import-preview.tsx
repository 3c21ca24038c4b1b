import type { ComponentProps, ReactNode } from "react";
import { countOf } from "#lib/format-count.ts";
import { LineProblems } from "./line-problems.tsx";

export const IMPORT_EFFECTS = { create: "New", update: "Changes", unchanged: "As it is" } as const;

interface Preview extends ComponentProps<typeof LineProblems> {
  created: number;
  updated: number;
  unchanged: number;
  rows: readonly unknown[];
}

/** What an import would do with each row, what is wrong with some first; the table of the rows is the caller's. */
export function ImportPreview({ preview, children }: { preview: Preview; children: ReactNode }) {
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
          {children}
        </section>
      )}
      {left > 0 && (
        <p className="text-sm text-muted">and {countOf(left, "further row")}, not shown here.</p>
      )}
    </div>
  );
}
