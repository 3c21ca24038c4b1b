import { timeCode } from "#lib/time-code.ts";
import { classNames } from "#ui/class-names.ts";
import type { Block } from "../block.ts";
import { ListPane } from "../list-pane.tsx";
import { MarkedText } from "../marked-text.tsx";
import type { Span } from "../span.ts";
import type { Viewer } from "../viewer.ts";
import { videoAddress } from "./video-address.ts";

/** What was said, line by line, with who and when; times lead to the video where there is one. */
export function TranscriptPane({ viewer }: { viewer: Viewer }) {
  const { source, text, blocks, marks, shown, passage, follow } = viewer;
  return (
    <ListPane name="original" label="Original" follow={follow}>
      <ol className="py-3">
        {blocks.map((block, index) => (
          <li
            key={block.start}
            data-start={block.start}
            aria-current={shown !== null && isIn(block, shown)}
            className={classNames(
              "grid border-l-2 grid-cols-[4.5rem_minmax(0,1fr)] gap-x-2 py-0.5 pr-5 leading-6 [contain-intrinsic-height:auto_2rem] [content-visibility:auto]",
              passage && isIn(block, passage.locator) ? "border-accent-text" : "border-transparent",
            )}
          >
            <Moment url={source.url} seconds={block.startSeconds} />
            <div className="min-w-0">
              {block.speaker && block.speaker !== blocks[index - 1]?.speaker && (
                <p className="pt-2 text-sm font-semibold">{block.speaker}</p>
              )}
              <p className="break-words whitespace-pre-line">
                <MarkedText text={text} span={spoken(block, text)} marks={marks} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </ListPane>
  );
}

function isIn(block: Span, span: Span): boolean {
  return block.start < span.end && block.end > span.start;
}

/** The text begins a speaker's turn with the name, which stands above it here. */
function spoken({ start, end, speaker }: Block, text: string): Span {
  const name = speaker ? `${speaker}: ` : "";
  return { start: text.startsWith(name, start) ? start + name.length : start, end };
}

function Moment({ url, seconds }: { url: string | null; seconds: number | undefined }) {
  if (seconds === undefined) return <span />;
  const address = videoAddress(url, seconds);
  const look = "self-end text-right text-xs leading-6 text-faint tabular-nums";
  return address ? (
    <a
      href={address}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={`Watch at ${timeCode(seconds)}, opens in a new tab`}
      className={classNames(look, "hover:text-accent-text hover:underline")}
    >
      {timeCode(seconds)}
    </a>
  ) : (
    <span className={look}>{timeCode(seconds)}</span>
  );
}
