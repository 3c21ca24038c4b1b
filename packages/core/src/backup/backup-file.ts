import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { createGunzip, createGzip } from "node:zlib";
import { type BackupLine, BackupRefused } from "@understudy/db/backup/backup-line";

/** A file of gzipped lines of JSON: a head, the rows, the uploaded files in pieces, and a seal. */
export type FileLine =
  | { what: "understudy"; format: 1; createdAt: string; secret: string | null }
  | BackupLine
  | { what: "blob"; key: string; pieces: number }
  | { what: "piece"; base64: string }
  | { what: "end"; lines: number; sha256: string };

/** Writes beside, readable by its owner only, and gives it its name when it is whole. */
export async function writeBackup(
  path: string,
  produce: (write: (line: FileLine) => Promise<void>) => Promise<void>,
): Promise<void> {
  const begun = `${path}.part`;
  const gzip = createGzip();
  const file = createWriteStream(begun, { mode: 0o600 });
  const written = once(file, "close");
  gzip.on("error", (error) => file.destroy(error));
  gzip.pipe(file);
  const seal = createSeal();
  const put = async (text: string) => {
    if (!gzip.write(`${text}\n`)) await Promise.race([once(gzip, "drain"), written]);
  };
  try {
    await produce((line) => put(seal.add(JSON.stringify(line))));
    await put(JSON.stringify({ what: "end", ...seal.end() } satisfies FileLine));
    gzip.end();
    await written;
    await rename(begun, path);
  } catch (error) {
    file.destroy();
    await rm(begun, { force: true });
    throw error;
  }
}

/** The lines up to the seal; throws BackupRefused when the file is damaged, cut or something else. */
export async function* readBackup(
  path: string,
): AsyncGenerator<Exclude<FileLine, { what: "end" }>> {
  const seal = createSeal();
  for await (const text of linesOf(path)) {
    const line = parseLine(text);
    if (line.what !== "end") {
      seal.add(text);
      yield line;
      continue;
    }
    const { lines, sha256 } = seal.end();
    if (line.lines === lines && line.sha256 === sha256) return;
    throw new BackupRefused("it was changed or damaged");
  }
  throw new BackupRefused("it is cut off");
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const bytes = createReadStream(path);
  const unpacked = createGunzip();
  bytes.on("error", (error) => unpacked.destroy(error));
  try {
    yield* createInterface({ input: bytes.pipe(unpacked), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    if (isDamage(error)) throw new BackupRefused("it is no backup, or was damaged");
    throw error;
  } finally {
    bytes.destroy();
  }
}

function isDamage(error: unknown): boolean {
  const { code = "" } = error as NodeJS.ErrnoException;
  return code.startsWith("Z_");
}

function parseLine(text: string): FileLine {
  try {
    return JSON.parse(text) as FileLine;
  } catch {
    throw new BackupRefused("it is no backup, or was damaged");
  }
}

function createSeal() {
  const hash: Hash = createHash("sha256");
  let lines = 0;
  return {
    add(text: string): string {
      hash.update(text).update("\n");
      lines += 1;
      return text;
    },
    end: () => ({ lines, sha256: hash.digest("hex") }),
  };
}
