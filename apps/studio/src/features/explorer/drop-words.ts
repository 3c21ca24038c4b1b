import type { Dropped } from "./use-exploration.ts";

export type DropReason = Dropped["because"];

/** In the order in which they are worth a look. */
export const DROP_WORDS: Record<DropReason, { label: string; why: string }> = {
  limit: {
    label: "Beyond the limit",
    why: "Better passages filled all places. Keep more passages to let these in.",
  },
  source_cap: {
    label: "Too much of one source",
    why: "Its source had its share, and others had something to say. Raise the share of one source to let these in.",
  },
  near_duplicate: {
    label: "Nearly the same as another",
    why: "A passage that was kept says almost the same, word for word. Look at the sources: one of the two may have to go.",
  },
  unmatched: {
    label: "Nothing of the question in it",
    why: "No stage found a word, a spelling or a meaning of the question here. To be found, the passage has to say it in some way.",
  },
  gone: {
    label: "No longer there",
    why: "It was removed, replaced or hidden a moment ago.",
  },
};
