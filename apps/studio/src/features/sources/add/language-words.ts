const names = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** "German, automatic" */
export function languageWords({ language, automatic }: { language: string; automatic: boolean }) {
  return automatic ? `${nameOf(language)}, automatic` : nameOf(language);
}

function nameOf(language: string): string {
  try {
    return names.of(language) ?? language;
  } catch (error) {
    if (error instanceof RangeError) return language;
    throw error;
  }
}
