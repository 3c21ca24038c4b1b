import { Link } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { formatCount } from "#lib/format-count.ts";
import type { Behind } from "./analytics.ts";

/** A number that opens the conversations behind it; nothing opens nothing. */
export function CountLink({
  count,
  of,
  behind,
  className = "",
}: {
  count: number;
  /** What is counted, for whoever hears the link alone. */
  of: string;
  behind: Behind;
  className?: string;
}) {
  const { id: twinId } = useTwin();
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
