import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface GuideFile {
  fileName: string;
  title: string;
  mediaType: "text/markdown";
  bytes: Uint8Array;
}

/** The documentation that comes with the program; small, and held in memory. */
export interface Guide {
  files: readonly Omit<GuideFile, "bytes">[];
  /** Throws for a name that is none of `files`. */
  read(fileName: string): Omit<GuideFile, "title">;
}

/** The Markdown files of a folder, in the order of their names. */
export async function readGuide(directory: string): Promise<Guide> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(".md")).sort();
  const files = await Promise.all(names.map((name) => readGuideFile(directory, name)));
  return {
    files,
    read(fileName) {
      const file = files.find((known) => known.fileName === fileName);
      if (!file) throw new Error(`The guide has no ${fileName}.`);
      const { title: _title, ...content } = file;
      return content;
    },
  };
}

async function readGuideFile(directory: string, fileName: string): Promise<GuideFile> {
  const bytes = await readFile(join(directory, fileName));
  const title = /^# (.+)$/m.exec(bytes.toString())?.[1];
  if (!title) throw new Error(`${fileName} has no title.`);
  return { fileName, title, mediaType: "text/markdown", bytes };
}
