import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";

/** What the sources say near the question, word for word and with its place, as the beginning of an answer. */
export function NearInSources({
  clusterId,
  onTake,
}: {
  clusterId: string;
  onTake: (text: string) => void;
}) {
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.question.suggest.queryOptions({ clusterId }, { staleTime: 60_000, retry: false }),
  );
  const text = data?.text;
  if (!data || !text) return null;
  const bySource = new Map(data.citations.map((citation) => [citation.sourceId, citation]));
  return (
    <div className="grid gap-2 rounded-lg border border-line bg-sunken p-3">
      <p className="text-sm font-medium">Near it in your sources</p>
      <blockquote className="line-clamp-6 border-l-2 border-accent-text pl-3 text-sm break-words whitespace-pre-line text-muted">
        {text}
      </blockquote>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <Button size="small" onClick={() => onTake(text)}>
          Start from this
        </Button>
        {Array.from(bySource.values(), ({ sourceId, sourceTitle, locator }) => (
          <Link
            key={sourceId}
            from="/twins/$twinId/questions"
            search={(now) => ({
              ...now,
              source: sourceId,
              passage: `${locator.start}-${locator.end}`,
            })}
            className="truncate underline underline-offset-2 hover:text-ink"
          >
            {sourceTitle}
          </Link>
        ))}
      </div>
    </div>
  );
}
