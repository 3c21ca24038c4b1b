import { Link } from "@tanstack/react-router";
import { TENANT_ENTRIES, TWIN_ENTRIES } from "./entries.ts";

const ENTRY =
  "flex h-8 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-hover hover:text-ink data-[status=active]:bg-selected data-[status=active]:text-ink max-md:h-10";

export function Navigation({ twinId, onGo }: { twinId?: string; onGo?: () => void }) {
  return (
    <nav aria-label="Main" className="grid gap-4">
      {twinId && (
        <ul className="grid gap-px">
          {TWIN_ENTRIES.map(({ to, label, icon: Icon, exact }) => (
            <li key={label}>
              <Link
                to={to}
                params={{ twinId }}
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
        </ul>
      )}
      <div className="grid gap-1">
        <h2 className="px-2 text-xs font-medium text-faint">Workspace</h2>
        <ul className="grid gap-px">
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
        </ul>
      </div>
    </nav>
  );
}
