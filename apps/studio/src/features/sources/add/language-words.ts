import { languageName } from "#lib/language-name.ts";

/** "German, automatic" */
export function languageWords({ language, automatic }: { language: string; automatic: boolean }) {
  return automatic ? `${languageName(language)}, automatic` : languageName(language);
}
