export interface DiffPart {
  kind: "same" | "added" | "removed";
  text: string;
}

const MAX_CELLS = 1_000_000;

/** What changed from one text to another, word by word, by their longest common subsequence. */
export function diffWords(before: string, after: string): DiffPart[] {
  const a = words(before);
  const b = words(after);
  if (a.length * b.length > MAX_CELLS) {
    return merge([...a.map(part("removed")), ...b.map(part("added"))]);
  }
  const width = b.length + 1;
  const common = commonLengths(a, b);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const left = a[i];
    const right = b[j];
    const skipLeft = common[(i + 1) * width + j] ?? -1;
    const skipRight = common[i * width + j + 1] ?? -1;
    if (left !== undefined && right !== undefined && isSame(left, right)) {
      // The first word of a text has no space before it; in the other one it may stand later.
      parts.push({ kind: "same", text: right.length >= left.length ? right : left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || skipLeft >= skipRight)) {
      parts.push({ kind: "removed", text: left });
      i += 1;
    } else {
      parts.push({ kind: "added", text: right ?? "" });
      j += 1;
    }
  }
  return merge(parts);
}

/** How many words the rests from each pair of places have in common, row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const below = lengths[(i + 1) * width + j] ?? 0;
      const beside = lengths[i * width + j + 1] ?? 0;
      const diagonal = lengths[(i + 1) * width + j + 1] ?? 0;
      const isMatch = isSame(a[i] ?? "", b[j] ?? "");
      lengths[i * width + j] = isMatch ? diagonal + 1 : Math.max(below, beside);
    }
  }
  return lengths;
}

function words(text: string): string[] {
  return text.match(/\s*\S+/g) ?? [];
}

function isSame(left: string, right: string): boolean {
  return left.trim() === right.trim();
}

const part = (kind: DiffPart["kind"]) => (text: string) => ({ kind, text });

function merge(parts: readonly DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  for (const { kind, text } of parts) {
    const last = merged.at(-1);
    if (last?.kind === kind) last.text += text;
    else merged.push({ kind, text });
  }
  return merged;
}
