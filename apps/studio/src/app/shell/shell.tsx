import { Outlet, useLocation, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { LiveChanges } from "./live-changes.tsx";
import { Navigation } from "./navigation.tsx";
import { TopBar } from "./top-bar.tsx";
import { useShownTwin } from "./use-shown-twin.ts";

const CommandMenu = lazy(async () => ({
  default: (await import("./command-menu.tsx")).CommandMenu,
}));

export function Shell() {
  const { twinId } = useParams({ strict: false });
  const { twin: welcomedTwinId } = useSearch({ strict: false });
  const isWelcome = useLocation({ select: ({ pathname }) => pathname === "/welcome" });
  const shownTwinId = useShownTwin(twinId);
  const [isCommanding, setIsCommanding] = useState(false);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      setIsCommanding((open) => !open);
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only rounded-md bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50"
      >
        Skip to the content
      </a>
      <TopBar twinId={shownTwinId} onCommand={() => setIsCommanding(true)} />
      <div className="flex min-h-0">
        {shownTwinId && !isWelcome && (
          <aside className="w-52 shrink-0 overflow-y-auto border-r border-line p-2 max-md:hidden">
            <Navigation twinId={shownTwinId} />
          </aside>
        )}
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto outline-none">
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <LiveChanges twinId={twinId ?? welcomedTwinId} />
      {isCommanding && (
        <Suspense>
          <CommandMenu twinId={shownTwinId} onClose={() => setIsCommanding(false)} />
        </Suspense>
      )}
    </div>
  );
}
