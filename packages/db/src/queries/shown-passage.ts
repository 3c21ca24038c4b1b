import { sql } from "drizzle-orm";
import { chunks } from "../tables/chunks.ts";
import type { Locator } from "../tables/document.ts";

/** The words of a passage that answer: the owner's, where they were corrected. */
export const shownText = sql<string>`coalesce(${chunks.shownText}, ${chunks.text})`;

export const shownLocator =
  sql<Locator>`coalesce(${chunks.shownLocator}, ${chunks.locator})`.mapWith(chunks.locator);

/** Its owner has not hidden it. */
export const isShown = sql`${chunks.state} is distinct from 'hidden'`;
