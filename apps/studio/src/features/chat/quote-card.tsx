import { useQuery } from "@tanstack/react-query";
import type { Citation } from "@understudy/core/conversation/contract";
import { locatorWords } from "#features/sources/locator-words.ts";
import { useTRPC } from "#lib/trpc.ts";
import { findQuoteContext } from "./quote-context.ts";

/** The quote among its neighbours; without them while they load, or once the source has changed. */
export function QuoteCard({
  citation: { sourceId, sourceTitle, quote, locator, corrected },
}: {
  citation: Citation;
}) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(
    trpc.source.text.queryOptions({ sourceId }, { staleTime: 60_000, retry: false }),
  );
  const context = data && findQuoteContext(data.text, { ...locator, quote });
  const hasChanged = !corrected && (isError || (data !== undefined && !context));
  const place = locatorWords(locator);
  return (
    <div className="grid gap-2">
      <div className="grid gap-0.5">
        <p className="truncate font-medium">{sourceTitle}</p>
        {place && <p className="truncate text-xs text-faint">{place}</p>}
      </div>
      <blockquote className="line-clamp-[9] border-l-2 border-accent-text pl-3 text-sm break-words whitespace-pre-line text-muted">
        {context?.before}
        <mark className="rounded-[3px] bg-mark text-ink">{quote}</mark>
        {context?.after}
      </blockquote>
      <p className="text-xs text-faint">
        {corrected
          ? "Corrected by the owner. Click to read what the source says."
          : hasChanged
            ? "The source has changed since this answer."
            : "Click to read it in the source"}
      </p>
    </div>
  );
}
