import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { createParserPool, type ParserPool } from "@understudy/rag/parse/parser-pool";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { describeFile, type FileRow, lineOf, markdownOf } from "./describe-file.ts";

interface Expectation {
  file: string;
  /** `text`, `article`, `text-or-error`, `error`, `no-text-layer` or `encrypted:PASSWORD`. */
  expect: string;
  must_contain?: string[];
  must_not_contain?: string[];
}

type Outcome = { text: string } | { reason: string };

const REASONS: Record<string, string> = {
  "no-text-layer": "source.no_text_layer",
  encrypted: "source.encrypted",
  error: "source.corrupt",
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { files: { type: "string" }, table: { type: "string" } },
  });
  if (!values.files) throw new Error("manifest --files DIR (with manifest.jsonl and files/)");
  const rows: FileRow[] = [];
  for (const expectation of readManifest(values.files)) {
    // A child of its own for each file, so that its memory is that file's.
    const pool = createParserPool();
    const row = await describeFile(pool, join(values.files, expectation.file));
    const fault = await check(pool, values.files, expectation);
    rows.push({ ...row, outcome: fault ? `fails: ${fault}` : `${row.outcome}, as expected` });
    await pool.close();
    process.stdout.write(`${fault ? "FAILS" : "holds"} ${lineOf(row)} ${fault ?? ""}\n`);
    if (fault) process.exitCode = 1;
  }
  const held = rows.filter(({ outcome }) => !outcome.startsWith("fails")).length;
  process.stdout.write(`${held} of ${rows.length} files as expected\n`);
  if (values.table) writeFileSync(values.table, markdownOf(rows));
}

function readManifest(folder: string): Expectation[] {
  const lines = readFileSync(join(folder, "manifest.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

async function check(
  pool: ParserPool,
  folder: string,
  expectation: Expectation,
): Promise<string | undefined> {
  const [kind = "", password] = expectation.expect.split(":");
  const outcome = await parse(pool, folder, expectation.file);
  if (kind in REASONS) {
    if (!("reason" in outcome)) return "was not refused";
    if (outcome.reason !== REASONS[kind]) return `was refused as ${outcome.reason}`;
    if (password === undefined) return undefined;
    const opened = await parse(pool, folder, expectation.file, password);
    return "text" in opened ? undefined : `did not open: ${opened.reason}`;
  }
  if ("reason" in outcome) return kind === "text-or-error" ? undefined : outcome.reason;
  return missing(outcome.text, expectation);
}

async function parse(
  pool: ParserPool,
  folder: string,
  file: string,
  password?: string,
): Promise<Outcome> {
  try {
    return await pool.parse({ path: join(folder, file), fileName: basename(file), password });
  } catch (error) {
    if (error instanceof SourceRejected) return { reason: error.reason };
    throw error;
  }
}

function missing(
  text: string,
  { must_contain = [], must_not_contain = [] }: Expectation,
): string | undefined {
  const letters = onlyLetters(text);
  const absent = must_contain.filter((phrase) => !letters.includes(onlyLetters(phrase)));
  const unwanted = must_not_contain.filter((phrase) => letters.includes(onlyLetters(phrase)));
  const faults = [
    ...absent.map((phrase) => `lacks "${phrase}"`),
    ...unwanted.map((phrase) => `has "${phrase}"`),
  ];
  return faults.length > 0 ? faults.join(", ") : undefined;
}

function onlyLetters(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

await main();
