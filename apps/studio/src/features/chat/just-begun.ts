/** What a conversation has that began a moment ago: nothing anybody did with it. */
const UNMARKED = { isFlagged: false, reviewedAt: null, tags: [], visitor: null };
const FIGURES = { questions: 0, outcomes: {}, lowestSupport: null, up: 0, down: 0, language: null };

export const BEGUN_THREAD = {
  ...UNMARKED,
  messages: [],
  way: null,
  canBeTold: false,
  notes: [],
  corrections: [],
  earlierCursor: null,
};
export const BEGUN_ITEM = { ...UNMARKED, figures: FIGURES };
