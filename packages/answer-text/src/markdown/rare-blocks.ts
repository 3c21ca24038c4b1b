import { CodeLines } from "./code-lines.ts";
import { isRule, readRareContent } from "./rare-lines.ts";
import { readRareWords } from "./rare-words.ts";
import { TableRows } from "./table-rows.ts";

/** What is needed for tables, code, quotes and rules alone, which few answers have: who counts bytes loads it when one begins. */
export const RARE_BLOCKS = {
  CodeLines,
  TableRows,
  isRule,
  readRareContent,
  readRareWords,
};
export type RareBlocks = typeof RARE_BLOCKS;
