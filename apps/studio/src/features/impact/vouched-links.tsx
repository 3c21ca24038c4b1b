import { Link } from "@tanstack/react-router";
import { BadgeCheck, Quote } from "lucide-react";
import type { ReactNode } from "react";

export interface Vouched {
  kind: "verified" | "belief";
  id: string;
  title: string;
}

const LINK = "flex min-w-0 items-center gap-1.5 hover:underline [&_svg]:size-4 [&_svg]:shrink-0";

/** Verified answers and beliefs, each leading to itself. */
export function VouchedLinks({ twinId, vouched }: { twinId: string; vouched: readonly Vouched[] }) {
  return (
    <ul className="grid gap-1 text-sm">
      {vouched.map(({ kind, id, title }) => (
        <li key={id} className="min-w-0">
          {kind === "verified" ? (
            <Link
              to="/twins/$twinId/verified"
              params={{ twinId }}
              search={{ answer: id }}
              className={LINK}
            >
              <BadgeCheck aria-label="Verified answer" />
              <Title>{title}</Title>
            </Link>
          ) : (
            <Link
              to="/twins/$twinId/beliefs"
              params={{ twinId }}
              search={{ belief: id }}
              className={LINK}
            >
              <Quote aria-label="Belief" />
              <Title>{title}</Title>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

function Title({ children }: { children: ReactNode }) {
  return <span className="truncate">{children}</span>;
}
