import type { Source } from "@understudy/core/source/contract";
import { ChevronDown, ChevronRight } from "lucide-react";
import { classNames } from "#ui/class-names.ts";
import { failureWords } from "./failure-words.ts";
import { SimilarBadge } from "./similar/similar-badge.tsx";
import type { Finding } from "./similar/use-similar.ts";
import { SourceAddress } from "./source-address.tsx";

export interface Unfolding {
  isUnfolded: boolean;
  onToggle: () => void;
}

/** Its title and where it is from; what is wrong with it; and, of a collection, the way to its pages. */
export function SourceTitleCell({
  source,
  unfolding,
  finding,
  onOpen,
}: {
  source: Source;
  unfolding: Unfolding | undefined;
  finding: Finding | undefined;
  onOpen: () => void;
}) {
  const { title, url, archivePath, failure, lastRefresh } = source;
  const stale = source.status === "live" ? lastRefresh?.failure : undefined;
  return (
    <div className={classNames("flex items-start gap-1", source.parentId !== null && "pl-10")}>
      {unfolding && <FoldButton title={title} {...unfolding} />}
      <div className="min-w-0 flex-1">
        <button
          type="button"
          onClick={onOpen}
          className="block max-w-full truncate py-1 text-left font-medium hover:underline"
        >
          {title}
        </button>
        {url && <SourceAddress url={url} />}
        {archivePath && <p className="truncate text-sm text-muted">{archivePath}</p>}
        {finding && <SimilarBadge finding={finding} sourceId={source.id} />}
        {failure && <p className="pb-1 text-sm text-pretty text-bad">{failureWords(failure)}</p>}
        {stale && (
          <p className="pb-1 text-sm text-pretty text-warn">
            Not brought up to date: {failureWords(stale)}
          </p>
        )}
      </div>
    </div>
  );
}

function FoldButton({ title, isUnfolded, onToggle }: Unfolding & { title: string }) {
  return (
    <button
      type="button"
      aria-expanded={isUnfolded}
      aria-label={`What is in ${title}`}
      onClick={onToggle}
      className="-ml-1.5 grid size-7 shrink-0 place-items-center rounded-md text-muted hover:bg-hover [&_svg]:size-4"
    >
      {isUnfolded ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
    </button>
  );
}
