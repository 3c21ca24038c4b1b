const MOST_CONTROLS = 0.3;
const CONTROLS = /[\x01-\x08\x0E-\x1F]/g;

/**
 * Without the text of fonts whose signs have no meaning in the file, which comes as control characters
 * with stray signs between them: people see letters there that nobody can read from the file.
 */
export function dropUnreadable<Item extends { str: string; fontName: string }>(
  items: readonly Item[],
): Item[] {
  if (items.every(({ str }) => str.search(CONTROLS) < 0)) return [...items];
  const counts = new Map<string, { all: number; controls: number }>();
  for (const { str, fontName } of items) {
    const count = counts.get(fontName) ?? { all: 0, controls: 0 };
    count.all += str.replace(/\s/g, "").length;
    count.controls += str.match(CONTROLS)?.length ?? 0;
    counts.set(fontName, count);
  }
  return items.filter(({ fontName }) => {
    const { all, controls } = counts.get(fontName)!;
    return controls <= all * MOST_CONTROLS;
  });
}
