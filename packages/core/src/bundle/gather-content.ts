import { listBeliefVersions } from "@understudy/db/queries/belief-versions";
import {
  type BundledSourceRow,
  findFirstTheme,
  listBundledSources,
} from "@understudy/db/queries/bundle";
import { listOverlays } from "@understudy/db/queries/overlays";
import { listAllQualityTests } from "@understudy/db/queries/quality-tests";
import { listVerifiedAnswers } from "@understudy/db/queries/verified-answers";
import { listVerifiedVersions } from "@understudy/db/queries/verified-versions";
import type { TenantTx } from "@understudy/db/scope";
import { DomainError } from "../kernel/domain-error.ts";
import { hex } from "../kernel/hex.ts";
import { readTwin } from "../twin/read-twin.ts";
import { requireTwin } from "../twin/twins.ts";
import { Theme } from "../widget/theme.ts";
import { BundledContent, BundledTwin, MAX_BUNDLE_FILES } from "./contract.ts";

const ROWS_PER_READ = 100;
const MOST_VERSIONS = 1_000;

export interface Gathered {
  content: BundledContent;
  /** The bytes of the sources, by their hash in hexadecimal. */
  files: Map<string, { blobKey: string; byteSize: number }>;
}

/** What makes a twin what it is: no visitors, no keys, nothing that was said. */
export async function gatherContent(tx: TenantTx, twinId: string): Promise<Gathered> {
  const twin = readTwin(await requireTwin(tx, twinId));
  const theme = Theme.safeParse(await findFirstTheme(tx, twinId)).data ?? null;
  const rows = await listBundledSources(tx, twinId);
  if (rows.length > MAX_BUNDLE_FILES) throw tooMany();
  const overlays = await listAll((after) =>
    listOverlays(tx, { twinId, after, limit: ROWS_PER_READ }),
  );
  const known = new Set(rows.map(({ id }) => id));
  const content = BundledContent.parse({
    twin: BundledTwin.parse({ ...twin, theme }),
    collections: rows.filter(({ isCollection }) => isCollection).map(describeSource),
    sources: rows.filter(({ isCollection }) => !isCollection).map(describeSource),
    answers: await gatherAnswers(tx, twinId),
    beliefs: await gatherBeliefs(tx, rows),
    overlays: overlays.filter(({ sourceId }) => known.has(sourceId)).map(describeOverlay),
    tests: await listAllQualityTests(tx, twinId),
  });
  const files = new Map(rows.map(({ sha256, ...row }) => [hex(sha256), row]));
  return { content, files };
}

const tooMany = () =>
  new DomainError(
    "limit_exceeded",
    "bundle.too_many_sources",
    `A twin of more than ${MAX_BUNDLE_FILES} sources cannot be copied.`,
  );

function describeSource({ blobKey: _blobKey, sha256, ...row }: BundledSourceRow) {
  return { ...row, sha256: hex(sha256) };
}

type Row = { id: string; createdAt: Date };

async function listAll<Found extends Row>(
  read: (after: readonly [string, string] | null) => Promise<Found[]>,
): Promise<Found[]> {
  const all: Found[] = [];
  for (;;) {
    const last = all.at(-1);
    const found = await read(last ? [last.createdAt.toISOString(), last.id] : null);
    all.push(...found);
    if (found.length < ROWS_PER_READ) return all;
  }
}

async function gatherAnswers(tx: TenantTx, twinId: string) {
  const rows = await listAll((after) =>
    listVerifiedAnswers(tx, { twinId, after, limit: ROWS_PER_READ }),
  );
  const answers = [];
  for (const { id, isRestricted, reviewBy } of rows) {
    const page = { verifiedAnswerId: id, beforeNumber: null, limit: MOST_VERSIONS };
    const versions = (await listVerifiedVersions(tx, page)).toReversed().map((version) => ({
      question: version.question,
      phrasings: version.phrasings,
      answer: version.answer,
      createdAt: version.createdAt.toISOString(),
    }));
    answers.push({ id, isRestricted, reviewBy: reviewBy?.toISOString() ?? null, versions });
  }
  return answers.toReversed();
}

async function gatherBeliefs(tx: TenantTx, rows: readonly BundledSourceRow[]) {
  const beliefs = [];
  for (const { id } of rows.filter(({ kind }) => kind === "belief")) {
    const page = { beliefId: id, beforeNumber: null, limit: MOST_VERSIONS };
    const versions = (await listBeliefVersions(tx, page)).toReversed().map((version) => ({
      statement: version.statement,
      scope: version.scope,
      createdAt: version.createdAt.toISOString(),
    }));
    beliefs.push({ id, versions });
  }
  return beliefs;
}

function describeOverlay(row: Awaited<ReturnType<typeof listOverlays>>[number]) {
  const { sourceId, kind, text, original, locator, ordinal } = row;
  return {
    ...{ sourceId, kind, text, original, locator, ordinal },
    contentHash: hex(row.contentHash),
    beforeHash: row.beforeHash ? hex(row.beforeHash) : null,
    afterHash: row.afterHash ? hex(row.afterHash) : null,
  };
}
