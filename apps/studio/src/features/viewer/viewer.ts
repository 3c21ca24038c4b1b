import type { Source } from "@understudy/core/source/contract";
import type { Passage } from "#features/sources/passage.ts";
import type { Block } from "./block.ts";
import type { Follow } from "./create-follow.ts";
import type { Mark } from "./cut-marks.ts";
import type { Span } from "./span.ts";

/** One source as both panes show it. */
export interface Viewer {
  source: Source;
  text: string;
  /** In reading order; none of what is not live. */
  blocks: readonly Block[];
  passages: readonly Passage[];
  /** Highlighted in both panes, in order, none over another. */
  marks: readonly Mark[];
  /** What both panes bring into sight: the cited words, a passage, or what was found. */
  shown: Span | null;
  /** The passage that is chosen, or that holds the cited words. */
  passage: Passage | null;
  select: (passage: Passage) => void;
  follow: Follow;
}
