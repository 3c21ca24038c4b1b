import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chunkDocument } from "@understudy/rag/chunk/chunk-document";
import { buildSegment } from "@understudy/rag/index/build-segment";
import { createTwinIndex } from "@understudy/rag/index/twin-index";
import { parseBytes } from "@understudy/rag/parse/parse-bytes";

/** `seen`: looked at while rules were made; `held-out`: only measured. */
export type Half = "seen" | "held-out";

export interface NearQuestion {
  /** What is asked for: a person, a number, a date. */
  kind: string;
  text: string;
  /** What a right quotation holds; null where the document tells of the matter, and not this. */
  answer: string | null;
}

export interface NearDocument {
  name: string;
  twin: SmallTwin;
  questions: NearQuestion[];
}

export type SmallTwin = Awaited<ReturnType<typeof teach>>;

const folder = join(import.meta.dirname, "near-misses");
const guide = join(import.meta.dirname, "../../../docs/guide");

/** Each document is a twin of its own; the product's guide is one document. */
export async function readNearMisses(half: Half): Promise<NearDocument[]> {
  const names = readdirSync(join(folder, half)).filter((name) => name.endsWith(".jsonl"));
  return Promise.all(
    names.map(async (file) => {
      const name = file.replace(/\.jsonl$/, "");
      const lines = readFileSync(join(folder, half, file), "utf8")
        .trim()
        .split("\n");
      const questions = lines.map((line) => JSON.parse(line) as NearQuestion);
      const paths = name === "guide" ? listGuide() : [join(folder, half, `${name}.md`)];
      return { name, questions, twin: await teach(paths) };
    }),
  );
}

function listGuide(): string[] {
  const names = readdirSync(guide).filter((name) => name.endsWith(".md"));
  return names.map((name) => join(guide, name));
}

async function teach(paths: readonly string[]) {
  const index = createTwinIndex();
  const passages = new Map<string, Awaited<ReturnType<typeof cut>>>();
  for (const path of paths) {
    const own = await cut(path);
    passages.set(path, own);
    index.add(path, buildSegment(own));
  }
  return { index, passageOf: (segmentId: string, at: number) => passages.get(segmentId)![at]! };
}

async function cut(path: string) {
  const document = await parseBytes(readFileSync(path), { fileName: path });
  const title = /^# (.+)$/m.exec(readFileSync(path, "utf8"))?.[1] ?? "";
  return chunkDocument(document).map(({ text, locator }) => ({
    text,
    title,
    headings: locator.headings ?? [],
  }));
}
