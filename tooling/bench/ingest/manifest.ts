import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { createParserPool, type ParserPool } from "@understudy/rag/parse/parser-pool";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";

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
  const { values } = parseArgs({ options: { files: { type: "string" } } });
  if (!values.files) throw new Error("manifest --files DIR (with manifest.jsonl and files/)");
  const pool = createParserPool();
  let failures = 0;
  for (const expectation of readManifest(values.files)) {
    const started = performance.now();
    const fault = await check(pool, values.files, expectation);
    const milliseconds = (performance.now() - started).toFixed(0).padStart(6);
    if (fault) failures += 1;
    const name = basename(expectation.file).padEnd(46);
    process.stdout.write(
      `${fault ? "FAILS" : "holds"} ${milliseconds} ms  ${name} ${fault ?? ""}\n`,
    );
  }
  await pool.close();
  process.exitCode = failures > 0 ? 1 : 0;
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
