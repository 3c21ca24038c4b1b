import { PAGE_STYLE_HASH } from "./page-style.ts";

export interface PagePolicy {
  /** An image from elsewhere that the owner chose. */
  avatar?: string;
  /** Exact origins that may show the page in a frame; none: nobody. */
  framedBy: readonly string[];
}

/** Scripts of ours and nothing in the page; no image but the owner's, so that no answer can fetch one. */
export function pagePolicy({ avatar, framedBy }: PagePolicy): string {
  const images = ["'self'", "data:", ...(avatar ? [new URL(avatar).origin] : [])];
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${PAGE_STYLE_HASH}`,
    `img-src ${images.join(" ")}`,
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy.length > 0 ? framedBy.join(" ") : "'none'"}`,
  ].join("; ");
}
