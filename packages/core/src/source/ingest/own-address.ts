/** The address a page gives itself, made whole; undefined where it points to another host. */
export function ownAddress(
  declared: string | undefined,
  pageUrl: string | null,
): string | undefined {
  const page = pageUrl ? URL.parse(pageUrl) : null;
  const own = declared && page ? URL.parse(declared, page.href) : null;
  if (!own || own.host !== page?.host || !/^https?:$/.test(own.protocol)) return undefined;
  if (own.username || own.password) return undefined;
  own.hash = "";
  return own.href;
}
