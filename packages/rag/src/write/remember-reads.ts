const MOST_REMEMBERED = 256;
const LONGEST_REMEMBERED = 1_000;

/**
 * The same reading, done once for a text that is asked about again soon: each check of a sentence reads
 * the same few short texts. What is read is shared, and must not be changed.
 */
export function rememberReads<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>();
  return (text) => {
    if (text.length > LONGEST_REMEMBERED) return read(text);
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const made = read(text);
    known.set(text, made);
    return made;
  };
}
