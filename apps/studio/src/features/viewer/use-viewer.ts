import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Source } from "@understudy/core/source/contract";
import { useDeferredValue, useMemo, useState } from "react";
import type { ViewerSearch } from "#app/viewer-search.ts";
import type { Passage } from "#features/sources/passage.ts";
import { usePassages } from "#features/sources/use-passages.ts";
import { useTRPC } from "#lib/trpc.ts";
import type { Block } from "./block.ts";
import { createFollow } from "./create-follow.ts";
import { findMatches } from "./find-matches.ts";
import { resolvePassage } from "./resolve-passage.ts";
import { useBlocks } from "./use-blocks.ts";
import type { Viewer } from "./viewer.ts";

export interface Finding {
  words: string;
  count: number;
  /** Counted from 0. */
  current: number;
  setWords: (words: string) => void;
  step: (by: 1 | -1) => void;
}

/** All that both panes show, and what the address says of it. */
export function useViewer(source: Source) {
  const trpc = useTRPC();
  const { passage: named, find: words = "" } = useSearch({ from: VIEWER_ROUTE });
  const set = useSetSearch();
  const isLive = source.status === "live";
  const text = useQuery(
    trpc.source.text.queryOptions(
      { sourceId: source.id },
      { enabled: isLive, staleTime: 60_000, throwOnError: true },
    ),
  );
  const { blocks, isComplete: isStructured } = useBlocks(source.id, isLive);
  const { passages, isComplete } = usePassages(source.id);
  const chosen = resolvePassage(named, passages);
  const read = text.data?.text ?? "";
  // A long text is marked anew after the key has been seen, not before.
  const sought = useDeferredValue(words);
  const matches = useMemo(() => findMatches(read, sought), [read, sought]);
  const shape = useMemo(
    () => (isStructured && blocks.length === 0 ? onlyParagraph(read) : blocks),
    [isStructured, blocks, read],
  );
  const [at, setAt] = useState(0);
  const current = matches.length > 0 ? at % matches.length : 0;
  const marks = useMemo(
    () => matches.map((match, index) => ({ ...match, isShown: index === current })),
    [matches, current],
  );
  const [follow] = useState(createFollow);
  const isFinding = words !== "";
  const viewer: Viewer = {
    source,
    text: read,
    blocks: shape,
    passages,
    marks: isFinding ? marks : chosen.span ? [{ ...chosen.span, isShown: true }] : [],
    shown: isFinding ? (matches[current] ?? null) : chosen.span,
    passage: chosen.passage,
    select: ({ id }: Passage) => set({ passage: id, page: undefined, find: undefined }),
    follow,
  };
  const finding: Finding = {
    words,
    count: matches.length,
    current,
    setWords: (find) => {
      setAt(0);
      set({ find: find === "" ? undefined : find });
    },
    step: (by) => setAt(current + by + matches.length),
  };
  const isMissing = named !== undefined && isComplete && isLive && !chosen.span;
  return { viewer, finding, isMissing, isReading: isLive && !text.data };
}

/** What was read without any structure is one paragraph. */
function onlyParagraph(text: string): Block[] {
  return text === "" ? [] : [{ kind: "paragraph", start: 0, end: text.length }];
}

export const VIEWER_ROUTE = "/studio/twins/$twinId/sources/$sourceId";

export function useSetSearch(): (
  changes: { [Key in keyof ViewerSearch]: ViewerSearch[Key] },
) => void {
  const navigate = useNavigate({ from: "/twins/$twinId/sources/$sourceId" });
  return (changes) =>
    void navigate({
      search: (current) => ({ ...current, ...changes }),
      replace: true,
      // The panes go where the address says; the router would take them back to where they were.
      resetScroll: false,
    });
}
