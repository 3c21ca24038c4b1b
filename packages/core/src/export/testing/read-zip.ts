import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Entry, fromBuffer, type Options, type ZipFile } from "yauzl";

const open = promisify<Buffer, Options, ZipFile>(fromBuffer);

/** What is in an archive, by path; as `latin1` no byte is lost. */
export async function readZip(
  bytes: Uint8Array,
  encoding: "utf8" | "latin1" = "utf8",
): Promise<Map<string, string>> {
  const zip = await open(Buffer.from(bytes), { lazyEntries: true });
  const files = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    zip.on("end", resolve).on("error", reject);
    zip.on("entry", (entry: Entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        files.set(entry.fileName, (await buffer(stream)).toString(encoding));
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
  return files;
}
