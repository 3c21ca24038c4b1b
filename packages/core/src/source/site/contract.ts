import { z } from "zod";
import { Id } from "../../kernel/ids.ts";

const MAX_URL_CHARACTERS = 2_048;
const MAX_PAGES = 2_000;
const DEFAULT_PAGES = 200;

const Url = z.string().trim().min(1, "Give an address.").max(MAX_URL_CHARACTERS);
const MaxPages = z.int().min(1).max(MAX_PAGES).default(DEFAULT_PAGES);

/** `maxDepth` counts links from the first page; `pathPrefix` is what the path of every page begins with. */
export const CrawlInput = z.object({
  twinId: Id,
  url: Url,
  maxPages: MaxPages,
  maxDepth: z.int().min(0).max(20).default(5),
  pathPrefix: z.string().trim().startsWith("/").max(500).default("/"),
});

/** One of the two: the address of a sitemap or feed, or the addresses themselves, which may have a title. */
export const AddSitemapInput = z
  .object({
    twinId: Id,
    url: Url.optional(),
    urls: z.array(Url).min(1).max(MAX_PAGES).optional(),
    title: z.string().trim().min(1).max(300).optional(),
    maxPages: MaxPages,
  })
  .refine(({ url, urls }) => (url === undefined) !== (urls === undefined), {
    message: "Give the address of a sitemap, or a list of addresses.",
  });
