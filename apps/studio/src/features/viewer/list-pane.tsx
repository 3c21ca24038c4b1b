import { type ReactNode, useRef } from "react";
import type { ViewerPane } from "#app/viewer-search.ts";
import { classNames } from "#ui/class-names.ts";
import type { Follow } from "./create-follow.ts";
import { readOffset, showOffset } from "./scroll-place.ts";
import { useFollowing } from "./use-following.ts";

/** A scrolling pane whose parts carry `data-start`, the text offset that they begin at. */
export function ListPane({
  name,
  label,
  follow,
  className,
  children,
}: {
  name: ViewerPane;
  label: string;
  follow: Follow;
  className?: string;
  children: ReactNode;
}) {
  const pane = useRef<HTMLElement>(null);
  useFollowing({ pane, name, follow, read: readOffset, show: showOffset });
  return (
    <section
      ref={pane}
      data-pane
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={label}
      className={classNames("min-h-0 flex-1 overflow-y-auto -outline-offset-2", className)}
    >
      {children}
    </section>
  );
}
