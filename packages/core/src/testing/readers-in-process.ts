import { readOutline } from "@understudy/rag/parse/html/read-outline";
import { parseBytes } from "@understudy/rag/parse/parse-bytes";
import { readSitemap } from "@understudy/rag/parse/sitemap/read-sitemap";
import type { Ports } from "../kernel/ports.ts";

/** The readers of untrusted bytes without the child that bounds them, for tests that bring their own bytes. */
export const readersInProcess: Pick<Ports, "parse" | "readOutline" | "readSitemap"> = {
  parse: ({ bytes, ...named }) => parseBytes(bytes, named),
  readOutline: async ({ bytes }) => readOutline(bytes),
  readSitemap: async ({ bytes }) => readSitemap(bytes),
};
