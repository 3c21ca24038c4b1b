import type { CrawlBounds } from "@understudy/db/queries/collections";

/** Why an address that was found is left alone, as far as the address itself tells. */
export type OutOfScope = "other_host" | "outside_path" | "not_text" | "trap";

export interface SiteScope {
  /** Undefined: it may be looked at. */
  judge(address: string): OutOfScope | undefined;
  /** The host that the first page was sent on to belongs to the site as well. */
  include(host: string): void;
}

const MAX_ADDRESS_CHARACTERS = 1_000;
const MAX_PATH_SEGMENTS = 20;
/** The same word again and again in a path is a link that is relative to itself. */
const MAX_EQUAL_SEGMENTS = 3;
/** Sorted, filtered and paged views of one list, and calendars. */
const MAX_QUERIES_A_PATH = 50;
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|tiff?|heic|mp[34]|m4[av]|mov|avi|mkv|webm|og[gv]|wav|flac|zip|gz|tgz|bz2|xz|7z|rar|exe|msi|dmg|pkg|deb|rpm|apk|iso|jar|css|m?js|map|woff2?|ttf|otf|eot|wasm|bin)$/i;

/**
 * Decides by its address alone whether a page belongs to a site, which may have any host where none is
 * given; remembers how many views of each path it has let in.
 */
export function createSiteScope(
  { pathPrefix }: Pick<CrawlBounds, "pathPrefix">,
  hosts: readonly string[] | null,
): SiteScope {
  const queries = new Map<string, Set<string>>();
  const included = new Set(hosts?.map(withoutWww));
  return {
    include: (host) => void included.add(withoutWww(host)),
    judge(address) {
      const { host, pathname, search } = new URL(address);
      if (hosts && !included.has(withoutWww(host))) return "other_host";
      if (!pathname.startsWith(pathPrefix)) return "outside_path";
      if (NO_TEXT.test(pathname)) return "not_text";
      if (address.length > MAX_ADDRESS_CHARACTERS || loops(pathname)) return "trap";
      if (search === "") return undefined;
      const views = queries.get(pathname) ?? new Set();
      if (views.size >= MAX_QUERIES_A_PATH && !views.has(search)) return "trap";
      queries.set(pathname, views.add(search));
      return undefined;
    },
  };
}

function loops(pathname: string): boolean {
  const segments = pathname.split("/").filter(Boolean);
  if (segments.length > MAX_PATH_SEGMENTS) return true;
  const counts = new Map<string, number>();
  for (const segment of segments) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  return [...counts.values()].some((count) => count > MAX_EQUAL_SEGMENTS);
}

function withoutWww(host: string): string {
  return host.replace(/^www\./, "");
}
