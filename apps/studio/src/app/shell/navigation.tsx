import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { TENANT_ENTRIES, TWIN_GROUPS } from "./entries.ts";

const ENTRY =
  "flex h-7 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-hover hover:text-ink data-[status=active]:bg-selected data-[status=active]:text-ink max-md:h-10";

export function Navigation({ twinId, onGo }: { twinId?: string; onGo?: () => void }) {
  return (
    <nav aria-label="Main" className="grid gap-3">
      {twinId &&
        TWIN_GROUPS.map(({ label, entries }) => (
          <Group key={label} label={label}>
            {entries.map(({ to, label: name, icon: Icon, exact }) => (
              <li key={name}>
                <Link
                  to={to}
                  params={{ twinId }}
                  search={{}}
                  onClick={onGo}
                  activeOptions={{ exact, includeSearch: false }}
                  className={ENTRY}
                >
                  <Icon aria-hidden className="size-4" />
                  {name}
                </Link>
              </li>
            ))}
          </Group>
        ))}
      <Group label="Workspace">
        {TENANT_ENTRIES.map(({ to, label, icon: Icon, exact }) => (
          <li key={label}>
            <Link
              to={to}
              search={{}}
              onClick={onGo}
              activeOptions={{ exact, includeSearch: false }}
              className={ENTRY}
            >
              <Icon aria-hidden className="size-4" />
              {label}
            </Link>
          </li>
        ))}
      </Group>
    </nav>
  );
}

function Group({ label, children }: { label: string | null; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      {label && <h2 className="px-2 text-xs font-medium text-faint">{label}</h2>}
      <ul className="grid gap-px">{children}</ul>
    </div>
  );
}
