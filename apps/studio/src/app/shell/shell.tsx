import { Outlet, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { PageSkeleton } from "#ui/skeleton.tsx";
import { LiveChanges } from "./live-changes.tsx";
import { Navigation } from "./navigation.tsx";
import { TopBar } from "./top-bar.tsx";

const CommandMenu = lazy(async () => ({
  default: (await import("./command-menu.tsx")).CommandMenu,
}));

export function Shell() {
  const { twinId } = useParams({ strict: false });
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
    <div className="grid h-dvh grid-rows-[auto_minmax(0,1fr)]">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-raised px-3 py-2 shadow-float focus:translate-y-0"
      >
        Skip to the content
      </a>
      <TopBar twinId={twinId} onCommand={() => setIsCommanding(true)} />
      <div className="flex min-h-0">
        {twinId && (
          <aside className="w-52 shrink-0 overflow-y-auto border-r border-line p-2 max-md:hidden">
            <Navigation twinId={twinId} />
          </aside>
        )}
        <main id="content" tabIndex={-1} className="min-w-0 flex-1 overflow-y-auto outline-none">
          <Suspense fallback={<PageSkeleton />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <LiveChanges twinId={twinId} />
      {isCommanding && (
        <Suspense>
          <CommandMenu twinId={twinId} onClose={() => setIsCommanding(false)} />
        </Suspense>
      )}
    </div>
  );
}
