import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Readability } from "@mozilla/readability";
import { openEgress } from "@understudy/core/egress/open-egress";
import { startSite } from "@understudy/core/egress/testing/start-site";
import { chunkDocument } from "@understudy/rag/chunk/chunk-document";
import { parseBytes } from "@understudy/rag/parse/parse-bytes";
import { parseHTML } from "linkedom";
import mammoth from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import { cpuSeconds, printRow } from "./cpu-seconds.ts";

const RUNS = 3;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { files: { type: "string" } } });
  if (!values.files) throw new Error("parse --files DIR (with PDF and DOCX files)");
  const read = (name: string) => readFileSync(join(values.files ?? "", name));
  await benchPdf(values.files, "freeculture.pdf", read);
  await benchPdf(values.files, "tracemonkey.pdf", read);
  await benchDocx(read("handbook-872p.docx"));
  await benchPages(values.files);
}

async function benchPdf(
  folder: string,
  name: string,
  read: (name: string) => Buffer,
): Promise<void> {
  const bytes = read(name);
  const { numPages } = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
  const bare = await cpuSeconds(RUNS, async () => {
    await extractText(new Uint8Array(bytes), { mergePages: true });
  });
  const own = await cpuSeconds(RUNS, async () => {
    chunkDocument(await parseBytes(bytes, { fileName: name }));
  });
  printRow(`${name}: bare unpdf`, `${(numPages / bare).toFixed(0)} pages/CPU s`);
  printRow(`${name}: parse and chunk`, `${(numPages / own).toFixed(0)} pages/CPU s`, bare / own);
  const seconds = pdftotextSeconds(join(folder, name));
  if (seconds > 0) printRow(`${name}: pdftotext`, `${(numPages / seconds).toFixed(0)} pages/CPU s`);
}

/** CPU time by the shell's own account of its children; 0 where the program is not installed. */
function pdftotextSeconds(path: string): number {
  const script = 'command -v pdftotext >/dev/null || exit 0; pdftotext "$0" /dev/null; times';
  const times = execFileSync("bash", ["-c", script, path], { encoding: "utf8" });
  const [user, system] =
    times
      .trim()
      .split("\n")
      .at(-1)
      ?.match(/\d+m[\d.]+s/g) ?? [];
  return [user, system].reduce((sum, time) => {
    const [minutes = 0, seconds = 0] = (time ?? "0m0s").replace("s", "").split("m").map(Number);
    return sum + minutes * 60 + seconds;
  }, 0);
}

async function benchDocx(bytes: Buffer): Promise<void> {
  const peer = await cpuSeconds(1, async () => {
    await mammoth.convertToHtml({ buffer: bytes });
  });
  const own = await cpuSeconds(RUNS, async () => {
    chunkDocument(await parseBytes(bytes, { fileName: "a.docx" }));
  });
  printRow("872-page DOCX: mammoth to HTML", `${(peer * 1_000).toFixed(0)} ms`);
  printRow("872-page DOCX: parse and chunk", `${(own * 1_000).toFixed(0)} ms`, peer / own);
}

/** Main text of saved pages: the bare library on a fresh tree against the whole parser. */
async function benchPages(folder: string): Promise<void> {
  const names = readdirSync(folder).filter((name) => /^page-.*\.html$/.test(name));
  const pages = names.map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const bare = await cpuSeconds(RUNS, async () => {
    for (const { bytes } of pages) new Readability(parseHTML(bytes.toString()).document).parse();
  });
  const own = await cpuSeconds(RUNS, async () => {
    for (const { name, bytes } of pages) chunkDocument(await parseBytes(bytes, { fileName: name }));
  });
  const perSecond = (seconds: number) => `${(pages.length / seconds).toFixed(1)} pages/CPU s`;
  printRow("HTML: bare readability and linkedom", perSecond(bare));
  printRow("HTML: parse and chunk", perSecond(own), bare / own);
  await benchUrls(pages);
}

/** The same pages by their addresses, from a server on this machine, through the egress function. */
async function benchUrls(pages: readonly { name: string; bytes: Buffer }[]): Promise<void> {
  const site = await startSite(({ url = "" }, reply) => {
    const page = pages.find(({ name }) => url === `/${name}`);
    reply.setHeader("content-type", "text/html").end(page?.bytes);
  });
  const bare = await cpuSeconds(RUNS, async () => {
    for (const { name } of pages) {
      const reply = await fetch(`${site.url}/${name}`);
      new Readability(parseHTML(await reply.text()).document).parse();
    }
  });
  const egress = openEgress({ allow: new Set([site.host]), maxBytes: 10_000_000 });
  const { signal } = new AbortController();
  const own = await cpuSeconds(RUNS, async () => {
    for (const { name } of pages) {
      const { bytes } = await egress.fetchUrl(`${site.url}/${name}`, { signal });
      chunkDocument(await parseBytes(bytes ?? Buffer.alloc(0), { fileName: name }));
    }
  });
  await site[Symbol.asyncDispose]();
  const perSecond = (seconds: number) => `${(pages.length / seconds).toFixed(1)} pages/CPU s`;
  printRow("URL: bare fetch, readability and linkedom", perSecond(bare));
  printRow("URL: fetch, parse and chunk", perSecond(own), bare / own);
}

await main();
