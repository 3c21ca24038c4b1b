import { textFragment } from "@understudy/answer-text/text-fragment";
import { ChevronDown, ChevronUp, ExternalLink } from "lucide-react";
import { PassageMarks } from "#features/corrections/passage-marks.tsx";
import { PassageMenu } from "#features/corrections/passage-menu.tsx";
import { locatorWords } from "#features/sources/locator-words.ts";
import { timeCode } from "#lib/time-code.ts";
import { buttonLook } from "#ui/button.tsx";
import { CopyButton } from "#ui/copy-button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { videoAddress } from "./transcript/video-address.ts";
import type { Viewer } from "./viewer.ts";

/** The chosen passage: which it is, where it stands, and the ways out of here to that very place. */
export function PassageBar({
  viewer,
  isMissing,
  onStep,
}: {
  viewer: Viewer;
  /** The address names a passage that this source no longer has. */
  isMissing: boolean;
  onStep: (by: 1 | -1) => void;
}) {
  const { source, passage, passages } = viewer;
  const place = passage && locatorWords(passage.locator);
  const outward = outwardLink(viewer);
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-1 border-y border-line px-4 py-1 text-sm">
      <IconButton label="Previous passage" keys="k" size="small-icon" onClick={() => onStep(-1)}>
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton label="Next passage" keys="j" size="small-icon" onClick={() => onStep(1)}>
        <ChevronDown aria-hidden />
      </IconButton>
      <p role="status" className="min-w-0 flex-1 truncate px-1 text-muted">
        {isMissing ? (
          "This passage is no longer in the source: it has changed since the link was made."
        ) : passage ? (
          <>
            <span className="font-medium text-ink tabular-nums">
              Passage {passage.ordinal + 1} of {passages.length}
            </span>
            {place && ` · ${place}`}
          </>
        ) : (
          "No passage chosen"
        )}
      </p>
      {passage && <PassageMarks passage={passage} />}
      {outward && (
        <a
          href={outward.href}
          target="_blank"
          rel="noopener noreferrer"
          className={buttonLook({ variant: "ghost", size: "small" })}
        >
          {outward.label}
          <ExternalLink aria-label="opens in a new tab" />
        </a>
      )}
      {passage && <CopyButton variant="ghost" label="Copy link" text={linkTo(passage.id)} />}
      {passage && <PassageMenu twinId={source.twinId} sourceId={source.id} passage={passage} />}
    </div>
  );
}

function linkTo(passageId: string): string {
  const address = new URL(location.href);
  address.search = new URLSearchParams({ passage: passageId }).toString();
  return address.href;
}

/** To the page at the quoted words, or to the video at the second they are said. */
function outwardLink({
  source,
  text,
  blocks,
  shown,
}: Viewer): { href: string; label: string } | null {
  if (!source.url) return null;
  const words = shown && text.slice(shown.start, shown.end);
  const seconds = shown && blocks.findLast(({ start }) => start <= shown.start)?.startSeconds;
  const video = typeof seconds === "number" ? videoAddress(source.url, seconds) : null;
  if (video && typeof seconds === "number")
    return { href: video, label: `Watch at ${timeCode(seconds)}` };
  const page = source.kind === "url" && words ? textFragment(source.url, words) : null;
  return page ? { href: page, label: "Read on the page" } : null;
}
