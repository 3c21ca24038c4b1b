const ALLOWED = /^(?:https?|mailto):$/;

/** The address a link may lead to, or null: whoever wrote the answer may have read a hostile page. */
export function safeHref(address: string): string | null {
  const url = URL.parse(address);
  return url && ALLOWED.test(url.protocol) ? url.href : null;
}
