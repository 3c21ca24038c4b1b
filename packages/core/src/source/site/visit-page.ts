import { createHash } from "node:crypto";
import { findNewestVersion, type SourceVersionRow } from "@understudy/db/queries/source-versions";
import { detectKind } from "@understudy/rag/parse/detect-kind";
import type { Fetched } from "../../egress/open-egress.ts";
import { makeBlobKey } from "../blob-key.ts";
import { keepMember } from "../collection/keep-member.ts";
import { recordPassed, recordUnchanged } from "../collection/record-page.ts";
import { fetchPatiently } from "../fetch-patiently.ts";
import { conditionalHeaders, readFetched } from "../ingest/fetch-page.ts";
import type { Found as Content } from "../ingest/fetch-version.ts";
import { titleOfUrl } from "../title-of-url.ts";
import { canonicalElsewhere } from "./canonical-elsewhere.ts";
import type { Found } from "./frontier.ts";
import { landOn } from "./land-on.ts";
import { passRefused } from "./pass-refused.ts";
import { readDirectives } from "./read-directives.ts";
import { type ReadPage, readKeptPage, readPage } from "./read-page.ts";
import { refuseDisallowed } from "./refuse-disallowed.ts";
import type { Walk } from "./walk.ts";

/** Passed over, and yet their links count: they have to be read again when a walk is taken up. */
const READ_AGAIN = new Set(["noindex", "canonical", "redirected", "duplicate_of"]);

/** Settles one address, in the record and as a source; what it gives has links to follow. */
export async function visitPage(walk: Walk, found: Found): Promise<ReadPage | undefined> {
  const { run, excluded, robotsOf } = walk;
  const prior = run.recorded.get(found.address);
  if (prior && !READ_AGAIN.has(prior.reason ?? "")) return readSettled(walk, found.address);
  if (excluded.has(found.address)) return pass(walk, found.address, "excluded");
  try {
    const robots = await robotsOf(found.address);
    if (found.address === walk.start) refuseDisallowed(robots, found.address);
    if (!robots.allows(found.address)) return await pass(walk, found.address, "robots");
    return await look(walk, found, robots.delayMs);
  } catch (error) {
    return passRefused(walk, found.address, error);
  }
}

/** From the bytes that are kept of it. */
async function readSettled(walk: Walk, address: string): Promise<ReadPage | undefined> {
  const page = walk.run.recorded.get(address);
  if (!page?.sourceId || page.outcome === "skipped" || page.outcome === "removed") return undefined;
  if (page.outcome !== "failed") walk.budget.noteKept();
  const version = await newestOf(walk, page.sourceId);
  return version && readKeptPage(walk, version, address);
}

async function look(walk: Walk, found: Found, delayMs: number): Promise<ReadPage | undefined> {
  const { run, budget } = walk;
  const known = await knownVersion(walk, found.address);
  const fetched = await fetchPatiently(run.ctx, found.address, {
    headers: conditionalHeaders(known),
    pace: { delayMs },
  });
  budget.noteFetch({ byteSize: fetched.bytes?.byteLength ?? 0 });
  const content = readFetched(fetched);
  if (!content) {
    await recordUnchanged(run, found.address);
    return readSettled(walk, found.address);
  }
  const address = await landOn(walk, found, fetched.url);
  return address ? take(walk, { ...found, address }, { fetched, content }) : undefined;
}

async function take(
  walk: Walk,
  { address, depth }: Found,
  { fetched, content }: { fetched: Fetched; content: Content },
): Promise<ReadPage | undefined> {
  const kind = detectKind(content.bytes, content.fileName ?? "");
  const page = kind === "html" ? await readPage(walk, fetched.url, content) : undefined;
  const asked = readDirectives(page?.outline.robots ?? [], fetched.robotsTag);
  const canonical = page && (await canonicalElsewhere(walk, page, address));
  if (walk.bounds.follow !== "list" && asked.isNoindex) await pass(walk, address, "noindex");
  else if (canonical) {
    walk.frontier.add({ address: canonical, depth });
    await pass(walk, address, "canonical");
  } else await keep(walk, address, content);
  return page && { ...page, isNofollow: asked.isNofollow };
}

async function keep(walk: Walk, address: string, { bytes, ...noted }: Content): Promise<void> {
  const { run, budget } = walk;
  if (run.recorded.has(address)) return;
  const sha256 = createHash("sha256").update(bytes).digest();
  const known = await knownVersion(walk, address);
  if (known?.sha256 && sha256.equals(known.sha256)) await recordUnchanged(run, address);
  else {
    const blobKey = makeBlobKey(run.ctx.actor.tenantId);
    await run.ctx.ports.blobs.put(blobKey, bytes);
    const received = { ...noted, sha256, byteSize: bytes.byteLength, blobKey };
    await keepMember(run, { address, kind: "url", title: titleOfUrl(address), received });
  }
  if (run.recorded.get(address)?.outcome !== "skipped") budget.noteKept();
}

async function pass({ run }: Walk, address: string, reason: string): Promise<undefined> {
  await recordPassed(run, [{ address, outcome: "skipped", reason }]);
}

/** What the address has as a source now. */
async function knownVersion(walk: Walk, address: string): Promise<SourceVersionRow | undefined> {
  const child = walk.run.children.get(address);
  return child && !child.isRemoved ? newestOf(walk, child.id) : undefined;
}

async function newestOf({ run }: Walk, sourceId: string): Promise<SourceVersionRow | undefined> {
  const version = await run.ctx.transaction((tx) => findNewestVersion(tx, sourceId));
  return version?.blobKey ? version : undefined;
}
