import { Link } from "@tanstack/react-router";
import { formatCount } from "#lib/format-count.ts";
import type { Behind } from "./analytics.ts";

/** A number that opens the conversations behind it; nothing opens nothing. */
export function CountLink({
  twinId,
  count,
  of,
  behind,
  className = "",
}: {
  twinId: string;
  count: number;
  /** What is counted, for whoever hears the link alone. */
  of: string;
  behind: Behind;
  className?: string;
}) {
  if (count === 0) return <span className={`text-faint ${className}`}>0</span>;
  return (
    <Link
      to="/twins/$twinId/conversations"
      params={{ twinId }}
      search={behind}
      className={`underline-offset-4 hover:underline ${className}`}
    >
      {formatCount(count)} <span className="sr-only">{of}: open the conversations</span>
    </Link>
  );
}
