import { Link } from "@tanstack/react-router";
import type { Conversation } from "@understudy/core/conversation/contract";
import { formatAgo } from "#lib/format-time.ts";
import { useNow } from "#lib/use-now.ts";
import { HOME_LINK, HOME_LIST, HOME_ROW, HomeSection } from "./home-section.tsx";

export function LatelyAsked({
  twinId,
  conversations,
}: {
  twinId: string;
  conversations: readonly Conversation[];
}) {
  const now = useNow();
  if (conversations.length === 0) return null;
  return (
    <HomeSection
      title="Asked last"
      link={
        <Link
          to="/twins/$twinId/conversations"
          params={{ twinId }}
          search={{}}
          className={HOME_LINK}
        >
          All conversations
        </Link>
      }
    >
      <ul className={HOME_LIST}>
        {conversations.map(({ id, title, updatedAt }) => (
          <li key={id} className={HOME_ROW}>
            <Link
              to="/twins/$twinId/conversations"
              params={{ twinId }}
              search={{ open: id }}
              className="min-w-0 flex-1 truncate hover:underline"
            >
              {title || "New conversation"}
            </Link>
            <span className="shrink-0 text-sm text-faint">{formatAgo(updatedAt, now)}</span>
          </li>
        ))}
      </ul>
    </HomeSection>
  );
}
