import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export interface RawDocument {
  id: string;
  title: string;
  text: string;
  article?: string;
  lang?: string;
}

export interface RawQuestion {
  id: string;
  text: string;
  lang?: string;
  answerable?: boolean | null;
  answers?: { text: string; start: number }[];
  gold: { doc: string; rel: number }[];
}

export interface RawSet {
  documents: RawDocument[];
  questions: RawQuestion[];
}

export function readSet(folder: string, name: string): RawSet {
  return {
    documents: readLines(join(folder, name, "docs.jsonl.gz")),
    questions: readLines(join(folder, name, "queries.jsonl.gz")),
  };
}

function readLines<T>(path: string): T[] {
  const lines = gunzipSync(readFileSync(path)).toString().split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as T);
}
