import type { Job } from "@understudy/core/job/contract";
import type { Source } from "@understudy/core/source/contract";
import { formatBytes } from "#lib/format-bytes.ts";
import { formatCount } from "#lib/format-count.ts";
import { formatAgo, formatMoment } from "#lib/format-time.ts";
import { classNames } from "#ui/class-names.ts";
import { TABLE_CELL, TABLE_ROW } from "#ui/table.ts";
import { failureWords } from "./failure-words.ts";
import { SourceActions } from "./source-actions.tsx";
import { SourceAddress } from "./source-address.tsx";
import { kindOf } from "./source-kinds.ts";
import { SourceState } from "./source-state.tsx";

const NONE = "–";

export function SourceRow({
  source,
  job,
  now,
  isOpen,
  narrow,
  onFocus,
  onOpen,
}: {
  source: Source;
  job?: Job;
  now: number;
  isOpen: boolean;
  narrow: string;
  onFocus: () => void;
  onOpen: () => void;
}) {
  const number = (value: number | null) => (value === null ? NONE : formatCount(value));
  const cell = classNames(TABLE_CELL, narrow, "text-muted tabular-nums");
  return (
    <tr
      data-row-id={source.id}
      tabIndex={-1}
      aria-selected={isOpen}
      onFocus={onFocus}
      className={TABLE_ROW}
    >
      <td className={classNames(TABLE_CELL, "py-1.5")}>
        <button
          type="button"
          onClick={onOpen}
          className="block max-w-full truncate py-1 font-medium hover:underline"
        >
          {source.title}
        </button>
        {source.url && <SourceAddress url={source.url} />}
        {source.failure && (
          <p className="text-pretty pb-1 text-sm text-bad">{failureWords(source.failure)}</p>
        )}
      </td>
      <td className={classNames(TABLE_CELL, "text-sm")}>
        <SourceState source={source} job={job} />
      </td>
      <td className={cell}>{kindOf(source)}</td>
      <td className={`${cell} text-right`}>
        {source.byteSize === null ? NONE : formatBytes(source.byteSize)}
      </td>
      <td className={`${cell} text-right`}>{number(source.wordCount)}</td>
      <td className={`${cell} text-right`}>{number(source.chunkCount)}</td>
      <td className={cell}>
        <time dateTime={source.updatedAt} title={formatMoment(source.updatedAt)}>
          {formatAgo(source.updatedAt, now)}
        </time>
      </td>
      <td className={`${TABLE_CELL} text-right`}>
        <SourceActions source={source} />
      </td>
    </tr>
  );
}
