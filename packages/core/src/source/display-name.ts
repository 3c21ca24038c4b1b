const MAX_CHARACTERS = 255;
/** Controls, and what reorders or hides text: bidi marks and overrides, zero-width and tag characters. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF\u{E0000}-\u{E007F}]/gu;

/** A file's name as people may see it; it never names anything on a disk. */
export function displayName(fileName: string | undefined): string {
  const last = (fileName ?? "").toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const clean = last.normalize("NFC").replace(UNSEEN, "").replace(/\s+/g, " ").trim();
  const name = /^\.*$/.test(clean) ? "file" : clean;
  return shorten(name);
}

/** Keeps the extension, and never cuts a character in two. */
function shorten(name: string): string {
  const characters = Array.from(name);
  if (name.length <= MAX_CHARACTERS) return name;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name)?.[0] ?? "";
  let kept = "";
  for (const character of characters) {
    if (kept.length + character.length > MAX_CHARACTERS - extension.length) break;
    kept += character;
  }
  return kept + extension;
}
