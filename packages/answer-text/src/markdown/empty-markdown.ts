import type { MarkdownText } from "./grow-markdown.ts";
import { RARE_BLOCKS } from "./rare-blocks.ts";

/** What a text is grown from. */
export const EMPTY_MARKDOWN: MarkdownText = { text: "", leaves: [], rare: RARE_BLOCKS };
