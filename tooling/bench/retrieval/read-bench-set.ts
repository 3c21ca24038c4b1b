import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Judgements } from "@understudy/rag/measure/judgement";
import type { BenchDocument } from "./retriever.ts";

export interface BenchQuery {
  text: string;
  judgements: Judgements;
}

export interface BenchSet {
  name: string;
  documents: BenchDocument[];
  queries: BenchQuery[];
}

interface DocumentLine extends BenchDocument {
  variants?: string[];
  lang?: string;
}

interface QueryLine {
  text: string;
  answerable?: boolean | null;
  lang?: string;
  gold: { doc: string; rel: number }[];
}

/** An entry of FAQ sets counts as its question, four further phrasings, and its answer. */
const PHRASINGS_BESIDE_THE_QUESTION = 4;
/** Its other questions ask what the paragraph they name does not say. */
const ONLY_ANSWERABLE: ReadonlySet<string> = new Set(["squad2"]);

/** A set, or one language of it by `name:language`; queries without a relevant document are left out. */
export function readBenchSet(folder: string, name: string): BenchSet {
  const [set = name, language] = name.split(":");
  const spoken = ({ lang }: { lang?: string }) => language === undefined || lang === language;
  const documents = readLines<DocumentLine>(join(folder, set, "docs.jsonl.gz")).filter(spoken);
  const queries = readLines<QueryLine>(join(folder, set, "queries.jsonl.gz")).filter(
    (query) =>
      spoken(query) &&
      query.gold.length > 0 &&
      (query.answerable === true || !ONLY_ANSWERABLE.has(set)),
  );
  return {
    name,
    documents: documents.map(toDocument),
    queries: queries.map(({ text, gold }) => ({
      text,
      judgements: new Map(gold.map(({ doc, rel }) => [doc, rel])),
    })),
  };
}

function toDocument({ id, title, text, variants = [] }: DocumentLine): BenchDocument {
  const phrasings = variants.slice(0, PHRASINGS_BESIDE_THE_QUESTION);
  return { id, title, text: [...phrasings, text].join("\n") };
}

export function readLines<T>(path: string): T[] {
  const lines = gunzipSync(readFileSync(path)).toString().split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as T);
}
