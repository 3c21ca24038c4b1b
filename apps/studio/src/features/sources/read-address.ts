/** The one web address that a dropped or pasted text is, or null. */
export function readAddress(text: string): string | null {
  const [line = ""] = text.split(/\r?\n/).filter((each) => each !== "" && !each.startsWith("#"));
  const url = URL.parse(line.trim());
  return url && (url.protocol === "https:" || url.protocol === "http:") ? url.href : null;
}
