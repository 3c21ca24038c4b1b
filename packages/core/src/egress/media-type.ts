import { unsupported } from "./refusals.ts";

/** What the parsers may know; what a file really is they find out from its bytes. */
const READABLE =
  /^(?:text\/(?!event-stream$)[\w.+-]+|application\/(?:xhtml\+xml|pdf|(?:[\w.+-]+\+)?json|rtf|epub\+zip|octet-stream|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\.[\w.+-]+))$/;

export interface MediaType {
  /** Lower case, without parameters. */
  essence: string;
  charset?: string;
}

/** No type at all is left to the bytes. */
export function readMediaType(header = "application/octet-stream"): MediaType {
  const [essence = "", ...parameters] = header.split(";").map((part) => part.trim().toLowerCase());
  const charset = parameters.find((part) => part.startsWith("charset="))?.slice(8);
  return { essence, ...(charset && { charset: charset.replaceAll('"', "") }) };
}

/** Refuses what is plainly no document, before its body is read. */
export function requireReadable({ essence }: MediaType): void {
  if (!READABLE.test(essence)) throw unsupported(describe(essence));
}

function describe(essence: string): string {
  const [group] = essence.split("/");
  const isMedia = group === "image" || group === "audio" || group === "video";
  return isMedia ? `${group === "image" ? "an" : "a"} ${group}` : "a kind of file";
}
