/** Which kind of document a zip archive is, by the names of its parts; undefined: an archive of files. */
export function zipKind(
  names: readonly string[],
): "docx" | "pptx" | "xlsx" | "epub" | "openDocument" | undefined {
  const has = (start: string) => names.some((name) => name.startsWith(start));
  if (has("word/document")) return "docx";
  if (has("ppt/presentation")) return "pptx";
  if (has("xl/workbook.xml")) return "xlsx";
  if (has("META-INF/container.xml")) return "epub";
  if (names.includes("content.xml") && has("META-INF/manifest.xml")) return "openDocument";
  return undefined;
}
