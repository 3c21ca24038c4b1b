import type { InfiniteData } from "@tanstack/react-query";
import type { Job } from "@understudy/core/job/contract";

const FILTERED = ["twinId", "subjectId", "status", "kind"] as const;

/** What a list of jobs is narrowed to; the same names as `job.list` takes. */
export type JobFilter = Partial<Pick<Job, (typeof FILTERED)[number]>>;

type Page = { items: Job[]; nextCursor: string | null };
type Pages = InfiniteData<Page>;

/**
 * A changed job in its place, the newest first: replaced where it stands, put where it is new and
 * belongs to the list, taken out where it no longer does.
 */
export function keepInPages(pages: Pages, filter: JobFilter, job: Job): Pages {
  const belongs = FILTERED.every(
    (field) => filter[field] === undefined || filter[field] === job[field],
  );
  const isKnown = pages.pages.some(({ items }) => items.some(({ id }) => id === job.id));
  if (!isKnown) return belongs ? withNew(pages, job) : pages;
  const replace = (item: Job) => (item.id !== job.id ? [item] : belongs ? [job] : []);
  return {
    ...pages,
    pages: pages.pages.map((page) => ({ ...page, items: page.items.flatMap(replace) })),
  };
}

/** One that stands below what was read so far is left for the page that comes with it. */
function withNew(pages: Pages, job: Job): Pages {
  const isOlder = (item: Job) => item.createdAt < job.createdAt;
  const home = pages.pages.findIndex(
    ({ items, nextCursor }) => nextCursor === null || items.some(isOlder),
  );
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      if (index !== home) return page;
      const before = page.items.filter((item) => !isOlder(item));
      return { ...page, items: [...before, job, ...page.items.filter(isOlder)] };
    }),
  };
}
