/** How far readers look for the header. */
const REACH = 1_024;
/** Behind other bytes the header ends its line; a page that quotes "%PDF-" is still a page. */
const LATE_HEADER = /%PDF-\d\.\d[ \t]*(?:[\r\n]|$)/;
const PAGE = /<(?:!doctype|html|head|body|script)\b/i;

/** Whether a file is a PDF, from its first bytes as Latin-1. */
export function startsPdf(head: string): boolean {
  if (/^%PDF-\d/.test(head)) return true;
  const start = head.slice(0, REACH);
  const at = start.search(LATE_HEADER);
  return at >= 0 && !PAGE.test(start.slice(0, at));
}
