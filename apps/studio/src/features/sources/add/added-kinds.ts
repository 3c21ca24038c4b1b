export const ADDED_KINDS = ["files", "page", "site", "video", "note"] as const;
export type AddedKind = (typeof ADDED_KINDS)[number];

const VIDEO_HOSTS = /^((www|m|music)\.)?(youtube\.com|youtu\.be|youtube-nocookie\.com)$/;
const LISTING = /(sitemap[^/]*\.(xml|xml\.gz|txt)|\.rss|\.atom|\/(feed|rss|atom)(\.xml)?\/?)$/i;

/** What an address most likely leads to: a video, a whole site, or one page. */
export function kindOfAddress(address: string): AddedKind {
  const url = URL.parse(address);
  if (!url) return "page";
  if (VIDEO_HOSTS.test(url.hostname)) return "video";
  if (isListing(address)) return "site";
  return url.pathname === "/" && !url.search ? "site" : "page";
}

/** True for a sitemap or a feed, which lists the pages itself. */
export function isListing(address: string): boolean {
  return LISTING.test(URL.parse(address)?.pathname ?? "");
}
