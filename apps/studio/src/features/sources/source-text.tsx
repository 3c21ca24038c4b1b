import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { FormFailure } from "#ui/form-failure.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { cutText, highlight, type Span, type TextBlock } from "./cut-text.ts";
import { usePassages } from "./use-passages.ts";

const SETTLED_MS = 120;

/** The text as it was understood, the start of each passage marked, the cited words highlighted. */
export function SourceText({ sourceId, span }: { sourceId: string; span: Span | null }) {
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.source.text.queryOptions({ sourceId }, { staleTime: 60_000 }),
  );
  const { passages, isComplete } = usePassages(sourceId);
  const text = data?.text;
  const count = isComplete ? passages.length : 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the passages are new objects each time; their number says when they are all here.
  const blocks = useMemo(
    () => (text === undefined ? [] : cutText(text, count ? passages : [])),
    [text, count],
  );
  if (error)
    return (
      <div className="p-4">
        <FormFailure error={error} />
      </div>
    );
  if (text === undefined) return <TextSkeleton />;
  return (
    <div className="grid gap-px py-3 leading-6">
      {blocks.map((block) => (
        <Block key={block.start} text={text} block={block} span={span} />
      ))}
    </div>
  );
}

function Block({ text, block, span }: { text: string; block: TextBlock; span: Span | null }) {
  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)] pr-5 [contain-intrinsic-size:auto_12rem] [content-visibility:auto]">
      <span className="pr-3 text-right text-xs leading-6 text-faint select-none">
        {block.ordinal !== null && (
          <>
            <span className="sr-only">Passage </span>
            {block.ordinal + 1}
          </>
        )}
      </span>
      <p className="min-w-0 border-l border-line pl-3 break-words whitespace-pre-wrap">
        {highlight(block, span).map((part) => {
          const words = text.slice(part.start, part.end);
          if (!part.isMarked) return words;
          return (
            <Marked key={part.start} isFirst={part.start === span?.start}>
              {words}
            </Marked>
          );
        })}
      </p>
    </div>
  );
}

function Marked({ isFirst, children }: { isFirst: boolean; children: string }) {
  const mark = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isFirst) return;
    const show = () => mark.current?.scrollIntoView({ block: "center" });
    show();
    // Blocks get their true heights when they first come into sight, which moves those below.
    const timer = setTimeout(show, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [isFirst]);
  return (
    <mark ref={mark} className="rounded-[3px] bg-mark box-decoration-clone px-0.5 text-ink">
      {children}
    </mark>
  );
}

function TextSkeleton() {
  return (
    <div role="status" aria-label="Loading the text" className="grid gap-2 p-4">
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-3/4" />
    </div>
  );
}
