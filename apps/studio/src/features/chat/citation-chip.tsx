import { Link } from "@tanstack/react-router";
import type { Citation } from "@understudy/core/conversation/contract";
import { HoverCard } from "radix-ui";
import { useRef, useState } from "react";
import { CLOSED_PANEL } from "#app/panel-search.ts";
import { QuoteCard } from "./quote-card.tsx";

const OPEN_DELAY_MS = 120;

export function CitationChip({
  number,
  citation,
  onLook,
}: {
  number: number;
  citation: Citation;
  onLook: (isLooking: boolean) => void;
}) {
  const { sourceId, sourceTitle, quote, locator } = citation;
  const [isOpen, setIsOpen] = useState(false);
  // A chip that was followed has its passage open beside it; its card would only cover it.
  const wasFollowed = useRef(false);
  const look = (isLooking: boolean) => {
    const isShown = isLooking && !wasFollowed.current;
    setIsOpen(isShown);
    onLook(isShown);
  };
  // The panel takes the focus and moves the chip before the delayed card comes: forget it later.
  const leave = () => {
    setTimeout(() => {
      wasFollowed.current = false;
    }, 3 * OPEN_DELAY_MS);
  };
  return (
    <HoverCard.Root openDelay={OPEN_DELAY_MS} closeDelay={80} open={isOpen} onOpenChange={look}>
      <HoverCard.Trigger asChild>
        {/* Inline, not a box: a line never breaks between a sentence and its chip. */}
        <Link
          to="."
          onClick={() => {
            wasFollowed.current = true;
            look(false);
          }}
          onPointerLeave={leave}
          onBlur={leave}
          search={(current) => ({
            ...current,
            ...CLOSED_PANEL,
            source: sourceId,
            passage: `${locator.start}-${locator.end}`,
          })}
          aria-label={`Citation ${number}: ${sourceTitle}. “${quote}”`}
          className="relative mx-0.5 rounded-[5px] bg-accent-soft px-1.5 py-[3px] align-[1px] text-[0.6875rem] leading-none font-semibold text-accent-text not-italic no-underline before:absolute before:-inset-1 hover:bg-accent hover:text-on-accent"
        >
          {number}
        </Link>
      </HoverCard.Trigger>
      <HoverCard.Portal>
        <HoverCard.Content
          sideOffset={6}
          collisionPadding={12}
          className="z-50 w-[min(24rem,calc(100vw-1.5rem))] animate-appear rounded-lg bg-raised p-3 shadow-float"
        >
          <QuoteCard citation={citation} />
        </HoverCard.Content>
      </HoverCard.Portal>
    </HoverCard.Root>
  );
}
