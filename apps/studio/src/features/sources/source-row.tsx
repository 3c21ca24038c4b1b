import type { Job } from "@understudy/core/job/contract";
import type { Source } from "@understudy/core/source/contract";
import { useState } from "react";
import { formatBytes } from "#lib/format-bytes.ts";
import { formatCount } from "#lib/format-count.ts";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_ROW } from "#ui/table.ts";
import { PageCounts } from "./page-counts.tsx";
import { ReplaceFileDialog } from "./replace-file-dialog.tsx";
import type { Finding } from "./similar/use-similar.ts";
import { SourceActions } from "./source-actions.tsx";
import { isReplaceable, kindOf } from "./source-kinds.ts";
import { SourceState } from "./source-state.tsx";
import { SourceTitleCell, type Unfolding } from "./source-title-cell.tsx";
import { UpdatedCell } from "./updated-cell.tsx";
import { useRowDrop } from "./use-row-drop.ts";

const NONE = "–";

export function SourceRow({
  source,
  job,
  now,
  isOpen,
  narrow,
  unfolding,
  finding,
  onFocus,
  onOpen,
}: {
  source: Source;
  job?: Job;
  now: number;
  isOpen: boolean;
  narrow: string;
  /** Of a site or an archive. */
  unfolding?: Unfolding;
  finding?: Finding;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const [dropped, setDropped] = useState<File>();
  const { isOver, dropProps } = useRowDrop(isReplaceable(source) ? setDropped : undefined);
  // A site or an archive has no text of its own.
  const number = (value: number | null) =>
    value === null || source.pages ? NONE : formatCount(value);
  const cell = classNames(TABLE_CELL, narrow, "text-muted tabular-nums");
  return (
    <tr
      data-row-id={source.id}
      tabIndex={-1}
      aria-selected={isOpen}
      onFocus={onFocus}
      onKeyDown={(event) => {
        if (event.key === "ArrowRight" && !unfolding?.isUnfolded) unfolding?.onToggle();
        if (event.key === "ArrowLeft" && unfolding?.isUnfolded) unfolding.onToggle();
      }}
      className={classNames(TABLE_ROW, isOver && "bg-accent-soft")}
      {...dropProps}
    >
      <td className={classNames(TABLE_CELL, "py-1.5")}>
        <SourceTitleCell source={source} unfolding={unfolding} finding={finding} onOpen={onOpen} />
      </td>
      <td className={classNames(TABLE_CELL, "py-1.5 text-sm")}>
        <SourceState source={source} job={job} />
        <PageCounts source={source} />
      </td>
      <td className={cell}>{kindOf(source)}</td>
      <td className={`${cell} text-right`}>
        {source.byteSize === null || source.kind === "sitemap"
          ? NONE
          : formatBytes(source.byteSize)}
      </td>
      <td className={`${cell} text-right`}>{number(source.wordCount)}</td>
      <td className={`${cell} text-right`}>{number(source.chunkCount)}</td>
      <td className={cell}>
        <UpdatedCell source={source} now={now} />
      </td>
      <td className={`${TABLE_CELL} text-right`}>
        <SourceActions source={source} />
        {dropped && (
          <ReplaceFileDialog
            source={source}
            dropped={dropped}
            onClose={() => setDropped(undefined)}
          />
        )}
      </td>
    </tr>
  );
}
