import { z } from "zod";

export const MAX_PICTURE_BYTES = 24 * 1_024;

const DATA_URL =
  /^data:image\/(png|jpeg|webp);base64,((?:[A-Za-z0-9+/]{4})*[A-Za-z0-9+/]{2}(?:[A-Za-z0-9+/]{2}|[A-Za-z0-9+/]=|==))$/;
const MAX_CHARACTERS = "data:image/jpeg;base64,".length + (MAX_PICTURE_BYTES / 3) * 4;

/** How the bytes of each type begin; a dot stands for any. */
const BEGINNINGS: Record<string, RegExp> = {
  png: /^\x89PNG\r\n\x1a\n/,
  jpeg: /^\xff\xd8\xff/,
  webp: /^RIFF[\s\S]{4}WEBP/,
};
const LONGEST_BEGINNING = 12;

/**
 * The bytes themselves, as a data URL. An address elsewhere would tell a third party who visits, and
 * an SVG holds more than a picture.
 */
export const Picture = z.string().superRefine((url, issues) => {
  const refuse = (reason: string, message: string) =>
    issues.addIssue({ code: "custom", message, params: { reason } });
  if (url.length > MAX_CHARACTERS) {
    return refuse("twin.picture_too_large", "A picture has 24 kB at most.");
  }
  const [, type, base64] = DATA_URL.exec(url) ?? [];
  if (!type || !base64) {
    return refuse(
      "twin.picture_unreadable",
      "A picture is a data URL: data:image/png, image/jpeg or image/webp, in base64.",
    );
  }
  const beginning = atob(base64.slice(0, (LONGEST_BEGINNING / 3) * 4));
  if (!BEGINNINGS[type]?.test(beginning)) {
    refuse("twin.picture_unreadable", `These bytes are no picture of the type image/${type}.`);
  }
});
