import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CHANNEL_NAMES } from "#features/conversations/conversation-words.ts";
import { countOf } from "#lib/format-count.ts";
import { formatAgo } from "#lib/format-time.ts";
import { useTRPC } from "#lib/trpc.ts";
import { useNow } from "#lib/use-now.ts";
import { Skeleton } from "#ui/skeleton.tsx";

const SHOWN = 20;

/** The last ones they spoke in, in whichever browser; the rest stands in the list of conversations. */
export function VisitorConversations({ twinId, visitorId }: { twinId: string; visitorId: string }) {
  const trpc = useTRPC();
  const now = useNow();
  const { data } = useQuery(
    trpc.conversation.list.queryOptions({ twinId, visitorId, limit: SHOWN }),
  );
  return (
    <section aria-label="Conversations" className="grid gap-2 border-t border-line pt-4">
      <h3 className="text-sm font-medium">Conversations</h3>
      {!data && <Skeleton className="h-8" />}
      {data?.items.length === 0 && (
        <p className="text-sm text-muted">They have asked nothing yet.</p>
      )}
      <ul className="grid gap-1">
        {data?.items.map(({ id, title, channel, figures, updatedAt }) => (
          <li key={id} className="min-w-0">
            <Link
              to="/twins/$twinId/conversations"
              params={{ twinId }}
              search={{ visitorId, open: id }}
              className="block rounded-md py-1 hover:bg-hover"
            >
              <span className="block truncate">{title}</span>
              <span className="block text-sm text-muted">
                {CHANNEL_NAMES[channel]} · {countOf(figures.questions, "question")} ·{" "}
                {formatAgo(updatedAt, now)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {data?.nextCursor && (
        <Link
          to="/twins/$twinId/conversations"
          params={{ twinId }}
          search={{ visitorId }}
          className="text-sm underline"
        >
          All of their conversations
        </Link>
      )}
    </section>
  );
}
