import { Link } from "@tanstack/react-router";
import { Menu as MenuIcon, Search } from "lucide-react";
import { useState } from "react";
import { JobsPopover } from "#features/jobs/jobs-popover.tsx";
import { ReleaseMark } from "#features/releases/release-mark.tsx";
import { WorkspaceMenu } from "#features/workspace/workspace-menu.tsx";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Keys } from "#ui/keys.tsx";
import { Sheet } from "#ui/sheet.tsx";
import { AccountMenu } from "./account-menu.tsx";
import { Navigation } from "./navigation.tsx";
import { TwinSwitcher } from "./twin-switcher.tsx";

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export function TopBar({ twinId, onCommand }: { twinId?: string; onCommand: () => void }) {
  const [isNavigating, setIsNavigating] = useState(false);
  return (
    <header className="flex h-12 items-center gap-1 border-b border-line bg-canvas pr-2 pl-3">
      <IconButton label="Navigation" className="md:hidden" onClick={() => setIsNavigating(true)}>
        <MenuIcon aria-hidden />
      </IconButton>
      <Link
        to="/"
        aria-label="Understudy, start"
        className="grid size-8 place-items-center rounded-md max-md:hidden"
      >
        <img src="/icon.svg" alt="" className="size-6" />
      </Link>
      <span aria-hidden className="mx-1 text-rim max-md:hidden">
        /
      </span>
      <WorkspaceMenu />
      <TwinSwitcher twinId={twinId} />
      {twinId && <ReleaseMark twinId={twinId} />}
      <div className="flex-1" />
      <Button
        className="w-56 justify-start font-normal max-md:hidden"
        aria-keyshortcuts="Meta+K Control+K"
        onClick={onCommand}
      >
        <Search aria-hidden />
        <span className="flex-1 text-left text-faint">Search or do…</span>
        <Keys>{isApple ? "⌘K" : "Ctrl K"}</Keys>
      </Button>
      <IconButton label="Search or do" className="md:hidden" onClick={onCommand}>
        <Search aria-hidden />
      </IconButton>
      <JobsPopover />
      <AccountMenu />
      <Sheet title="Navigation" open={isNavigating} onOpenChange={setIsNavigating}>
        <Navigation twinId={twinId} onGo={() => setIsNavigating(false)} />
      </Sheet>
    </header>
  );
}
