import { createHash } from "node:crypto";
import { PassThrough, pipeline, type Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from "yauzl";
import type { BlobStore } from "../kernel/blob-store.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import { DomainError } from "../kernel/domain-error.ts";
import { isSigned } from "../kernel/signing-key.ts";
import {
  BundledContent,
  type BundleManifest,
  MAX_BUNDLE_FILES,
  MAX_DESCRIPTION_BYTES,
  SignedManifest,
} from "./contract.ts";

const MANIFEST = "manifest.json";
const MAX_MANIFEST_BYTES = 4 * 1_048_576;
const STORED_OR_DEFLATED = [0, 8];

/** A bundle whose signature holds for every entry that is in it. */
export interface Bundle extends Disposable {
  manifest: BundleManifest;
  /** The public key that signed it. */
  signer: string;
  readContent(): Promise<BundledContent>;
  /** Ends with an error when the bytes are not those that were signed. */
  stream(path: string): AsyncIterable<Uint8Array>;
}

export interface BundleBytes {
  blobKey: string;
  byteSize: number;
  /** What one file may have. */
  maxFileBytes: number;
}

/** Reads what was handed in a range at a time; refuses what is no bundle, or was changed since it was signed. */
export async function openBundle(blobs: BlobStore, bytes: BundleBytes): Promise<Bundle> {
  const zip = await openZip(new BlobReader(blobs, bytes.blobKey), bytes.byteSize);
  try {
    const entries = await listEntries(zip);
    const { manifest, signer } = await readManifest(zip, entries);
    requireSame(manifest, entries, bytes.maxFileBytes);
    const stream = (path: string) => signedBytes(zip, entries.get(path)!, manifest, path);
    return {
      manifest,
      signer,
      stream,
      readContent: async () => readContent(await gather(stream("twin.json"))),
      [Symbol.dispose]: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

class BlobReader extends RandomAccessReader {
  readonly #blobs: BlobStore;
  readonly #key: string;
  constructor(blobs: BlobStore, key: string) {
    super();
    this.#blobs = blobs;
    this.#key = key;
  }
  override _readStreamForRange(start: number, end: number): Readable {
    const through = new PassThrough();
    this.#blobs.stream(this.#key, { start, end: end - 1 }).then(
      (source) => pipeline(source, through, () => {}),
      (error: Error) => through.destroy(error),
    );
    return through;
  }
}

function openZip(reader: RandomAccessReader, size: number): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, strictFileNames: true };
  return new Promise((resolve, reject) => {
    fromRandomAccessReader(reader, size, options, (error, zip) =>
      error ? reject(broken()) : resolve(zip),
    );
  });
}

async function listEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (zip.entryCount > MAX_BUNDLE_FILES + 2) throw tooLarge();
  await new Promise<void>((resolve, reject) => {
    zip.on("error", () => reject(broken()));
    zip.on("end", resolve);
    zip.on("entry", (entry: Entry) => {
      const isPlain = STORED_OR_DEFLATED.includes(entry.compressionMethod) && !entry.isEncrypted();
      if (!isPlain || entries.has(entry.fileName)) return reject(broken());
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
  return entries;
}

async function readManifest(zip: ZipFile, entries: ReadonlyMap<string, Entry>) {
  const entry = entries.get(MANIFEST);
  if (!entry) throw broken();
  if (entry.uncompressedSize > MAX_MANIFEST_BYTES) throw tooLarge();
  const parsed = SignedManifest.safeParse(parseJson(await gather(await openEntry(zip, entry))));
  if (!parsed.success) throw broken();
  const { manifest, signature } = parsed.data;
  const { publicKey, value } = signature;
  if (!isSigned({ text: canonicalJson(manifest), publicKey, signature: value })) throw altered();
  return { manifest, signer: publicKey };
}

/** Every entry was signed, with its size, and every one that was signed is there. */
function requireSame(
  { entries: signed }: BundleManifest,
  entries: ReadonlyMap<string, Entry>,
  maxFileBytes: number,
): void {
  if (entries.size !== Object.keys(signed).length + 1 || !signed["twin.json"]) throw altered();
  for (const [path, { byteSize }] of Object.entries(signed)) {
    if (entries.get(path)?.uncompressedSize !== byteSize) throw altered();
    const most = path === "twin.json" ? MAX_DESCRIPTION_BYTES : maxFileBytes;
    if (byteSize > most) throw tooLarge();
  }
}

async function* signedBytes(
  zip: ZipFile,
  entry: Entry,
  { entries }: BundleManifest,
  path: string,
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  try {
    for await (const chunk of await openEntry(zip, entry)) {
      hash.update(chunk as Uint8Array);
      yield chunk as Uint8Array;
    }
  } catch (error) {
    throw error instanceof DomainError ? error : broken();
  }
  if (hash.digest("hex") !== entries[path]?.sha256) throw altered();
}

/** A stream that gives more or less than the entry says ends with an error. */
function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(broken()) : resolve(stream)));
  });
}

async function gather(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  try {
    return await buffer(bytes as AsyncIterable<Buffer>);
  } catch (error) {
    throw error instanceof DomainError ? error : broken();
  }
}

function readContent(bytes: Buffer): BundledContent {
  const parsed = BundledContent.safeParse(parseJson(bytes));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DomainError(
      "invalid",
      "bundle.not_understood",
      `twin.json: ${issue?.path.join(".")}: ${issue?.message}`,
    );
  }
  return parsed.data;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
}

const broken = () => new DomainError("invalid", "bundle.broken", "This is no bundle of a twin.");
const altered = () =>
  new DomainError("invalid", "bundle.altered", "The bundle is not what was signed.");
const tooLarge = () => new DomainError("invalid", "bundle.too_large", "The bundle holds too much.");
