import type { Verification } from "./contract.ts";

const MARK = "understudy-verification=";
export const FILE_PATH = "/.well-known/understudy.txt";

/** Where the proof stands, and what stands there: both ways hold the same line. */
export function placeOfProof(domain: string, token: string): Pick<Verification, "record" | "file"> {
  const value = MARK + token;
  return {
    record: { type: "TXT", name: `_understudy.${domain}`, value },
    file: { url: `https://${domain}${FILE_PATH}`, content: value },
  };
}

/** `other`: somebody's proof stands there, and not this twin's. */
export function judgeLines(lines: readonly string[], expected: string) {
  const said = lines.map((line) => line.trim());
  if (said.includes(expected)) return "proven";
  return said.some((line) => line.startsWith(MARK)) ? "other" : "absent";
}
