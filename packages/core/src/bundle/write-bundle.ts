import { createHash } from "node:crypto";
import type { WriteFile } from "../export/writers.ts";
import { type ZipEntry, zipToBlob } from "../export/zip-to-blob.ts";
import { canonicalJson } from "../kernel/canonical-json.ts";
import type { JobContext } from "../kernel/job.ts";
import { BUNDLE_FORMAT, type BundleManifest } from "./contract.ts";
import { type Gathered, gatherContent } from "./gather-content.ts";

/** A twin as one file that says by whom it was made, and can be taken in by any instance. */
export const writeBundle: WriteFile = async (ctx, { twinId }, { blobKey, report }) => {
  const gathered = await ctx.transaction((tx) => gatherContent(tx, twinId ?? ""));
  const text = JSON.stringify(gathered.content);
  const manifest = describe(ctx, gathered, text);
  const entries = listEntries(ctx, gathered, { text, manifest, report });
  const bytes = await zipToBlob(ctx, blobKey, entries);
  return { bytes, ...manifest.counts };
};

function describe(ctx: JobContext, { content, files }: Gathered, text: string): BundleManifest {
  const { twin, ...lists } = content;
  const ofFiles = Array.from(files, ([sha256, { byteSize }]) => {
    return [`files/${sha256}`, { byteSize, sha256 }] as const;
  });
  const description = {
    byteSize: Buffer.byteLength(text),
    sha256: createHash("sha256").update(text).digest("hex"),
  };
  return {
    format: BUNDLE_FORMAT,
    instance: ctx.ports.appUrl,
    name: twin.name,
    writtenAt: new Date().toISOString(),
    counts: {
      ...Object.fromEntries(Object.entries(lists).map(([what, list]) => [what, list.length])),
      schedules: [...content.collections, ...content.sources].filter(isOnSchedule).length,
    },
    entries: { "twin.json": description, ...Object.fromEntries(ofFiles) },
  };
}

const isOnSchedule = ({ syncEvery }: Gathered["content"]["sources"][number]) => syncEvery !== null;

interface Written {
  text: string;
  manifest: BundleManifest;
  report: (fraction: number) => Promise<void>;
}

async function* listEntries(
  ctx: JobContext,
  { files }: Gathered,
  { text, manifest, report }: Written,
): AsyncGenerator<ZipEntry> {
  const { publicKey, sign } = ctx.ports.vault.signing;
  const value = sign(canonicalJson(manifest));
  const signed = { manifest, signature: { algorithm: "Ed25519", publicKey, value } };
  yield { path: "manifest.json", open: () => whole(JSON.stringify(signed)) };
  yield { path: "twin.json", open: () => whole(text) };
  let done = 0;
  for (const [sha256, { blobKey }] of files) {
    yield { path: `files/${sha256}`, open: () => ctx.ports.blobs.stream(blobKey) };
    done += 1;
    await report(done / files.size);
  }
}

async function* whole(text: string): AsyncGenerator<string> {
  yield text;
}
