import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { type ArchiveMember, listMembers } from "@understudy/rag/parse/archive/list-members";
import { openMember } from "@understudy/rag/parse/archive/open-member";
import { detectKind } from "@understudy/rag/parse/detect-kind";
import { SourceRejected } from "@understudy/rag/parse/source-rejected";
import { DomainError } from "../../kernel/domain-error.ts";
import { makeBlobKey } from "../blob-key.ts";
import { finishRun } from "../collection/finish-run.ts";
import { keepMember } from "../collection/keep-member.ts";
import type { CollectionRun } from "../collection/open-collection-run.ts";
import { recordPassed } from "../collection/record-page.ts";
import { displayName } from "../display-name.ts";
import { judgeMediaType } from "../judge-media-type.ts";
import { titleOfFile } from "../title-of-file.ts";

const MAX_MEMBERS = 1_000;
const HEAD_BYTES = 4_096;

/** Every file that can be read becomes a source of its own; of every other one the report says why not. */
export async function unpackArchive(run: CollectionRun): Promise<void> {
  const { ctx, version } = run;
  if (!version.blobKey) throw new Error(`source version ${version.id} has no bytes`);
  const bytes = await ctx.ports.blobs.read(version.blobKey);
  const members = readMembers(bytes);
  await ctx.stage("unpack", [0.01, 0.95], async (report) => {
    for (const [at, member] of members.entries()) {
      ctx.signal.throwIfAborted();
      if (!run.recorded.has(member.path)) await unpackMember(run, bytes, member);
      await report((at + 1) / members.length);
    }
  });
  await ctx.stage("settle", [0.95, 1], async () => {
    await recordPassed(run, missingFrom(run));
    await finishRun(run, "received");
  });
}

/** By their names as people may see them; those beyond the bound are named, and not opened. */
function readMembers(bytes: Uint8Array): (Omit<ArchiveMember, "refusal"> & { refusal?: string })[] {
  try {
    return listMembers(bytes).map((member, at) => ({
      ...member,
      ...(at >= MAX_MEMBERS && { refusal: "limit" }),
      path: displayPath(member.path),
    }));
  } catch (error) {
    if (error instanceof SourceRejected) {
      throw new DomainError("invalid", error.reason, error.message);
    }
    throw error;
  }
}

function displayPath(path: string): string {
  const shown = path.split("/").map((part) => (/^\.{0,2}$/.test(part) ? part : displayName(part)));
  return shown.join("/").slice(-2_000);
}

async function unpackMember(
  run: CollectionRun,
  bytes: Uint8Array,
  { path, entry, refusal }: Omit<ArchiveMember, "refusal"> & { refusal?: string },
): Promise<void> {
  const isLarge = entry.bytes > run.ctx.ports.maxFileBytes;
  const reason = refusal ?? (isLarge ? "too_large" : undefined);
  if (reason) return recordPassed(run, [{ address: path, outcome: "skipped", reason }]);
  const blobKey = makeBlobKey(run.ctx.actor.tenantId);
  const fileName = path.split("/").at(-1)!;
  try {
    const measured = measure();
    const content = openMember(bytes, entry);
    content.once("error", (error) => measured.stream.destroy(error));
    await run.ctx.ports.blobs.put(blobKey, content.pipe(measured.stream));
    const mediaType = requireReadable(measured.head(), fileName);
    const received = {
      fileName,
      mediaType,
      byteSize: entry.bytes,
      sha256: measured.sha256(),
      blobKey,
    };
    await keepMember(run, { address: path, kind: "file", title: titleOfFile(fileName), received });
  } catch (error) {
    await run.ctx.ports.blobs.remove(blobKey);
    await passRejected(run, path, error);
  }
}

/** What it is, as far as its beginning tells; refuses what no parser reads. */
function requireReadable(head: Buffer, fileName: string): string {
  const mediaType = judgeMediaType(head, fileName);
  if (mediaType === "application/zip")
    throw new SourceRejected("source.unsupported", "An archive.");
  if (!/zip|openxmlformats/.test(mediaType)) detectKind(head, fileName);
  return mediaType;
}

async function passRejected(run: CollectionRun, address: string, error: unknown): Promise<void> {
  if (!(error instanceof SourceRejected)) throw error;
  const name = error.reason.replace(/^source\./, "");
  const reason = name === "unsupported" ? "not_text" : name;
  await recordPassed(run, [{ address, outcome: "skipped", reason }]);
}

function measure() {
  const hash = createHash("sha256");
  let head = Buffer.alloc(0);
  const stream = new Transform({
    transform(bytes: Buffer, _encoding, done) {
      hash.update(bytes);
      const missing = HEAD_BYTES - head.length;
      if (missing > 0) head = Buffer.concat([head, bytes.subarray(0, missing)]);
      done(null, bytes);
    },
  });
  return { stream, head: () => head, sha256: () => hash.digest() };
}

/** Files that the archive had before it was replaced. */
function missingFrom({ children, recorded }: CollectionRun) {
  return [...children.values()]
    .filter(({ address, isRemoved }) => !isRemoved && !recorded.has(address))
    .map(({ address }) => ({ address, outcome: "skipped", reason: "missing" }) as const);
}
