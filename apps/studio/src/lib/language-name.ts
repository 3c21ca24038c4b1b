const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** "de" → "German"; what is no language tag stays as it is. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch (error) {
    if (error instanceof RangeError) return tag;
    throw error;
  }
}
