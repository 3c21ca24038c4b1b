import type { TwinRows } from "@understudy/db/queries/insert-bundle";
import type { Editor } from "@understudy/db/queries/verified-answers";
import type { StoredExpectation } from "../quality/stored-test.ts";
import { isFromWeb } from "../source/start-sync.ts";
import { listPhrasings } from "../verified-answer/list-phrasings.ts";
import { questionKey } from "../verified-answer/question-key.ts";
import type { BundledContent } from "./contract.ts";
import { mapId } from "./map-id.ts";

export interface Making {
  importId: string;
  handle: string;
  editor: Editor;
  blobKeyOf: (sourceId: string) => string;
  addedByKeyId: string | null;
}

/** The rows of a bundled twin under ids of their own, the same in every attempt of one import. */
export function makeRows(content: BundledContent, making: Making): TwinRows {
  const { importId, handle, editor, blobKeyOf, addedByKeyId } = making;
  const idOf = (id: string) => mapId(importId, id);
  const twinId = idOf("twin");
  const { theme, ...character } = content.twin;
  return {
    twin: { id: twinId, handle, ...character },
    // What came with something refers to it.
    sources: [...content.collections, ...content.sources].map((source) => ({
      ...sourceRow(source),
      ...{ id: idOf(source.id), twinId, addedByKeyId },
      parentId: source.parentId && idOf(source.parentId),
    })),
    sourceVersions: [...content.collections, ...content.sources].map(
      ({ id, fileName, mediaType, byteSize, sha256 }) => ({
        id: versionIdOf(importId, id),
        sourceId: idOf(id),
        twinId,
        number: 1,
        ...{ fileName, mediaType, byteSize },
        sha256: Buffer.from(sha256, "hex"),
        blobKey: blobKeyOf(id),
        stage: "received" as const,
      }),
    ),
    publicPages: theme ? [{ twinId, theme }] : [],
    ...answerRows(content, { ...making, twinId, idOf }),
    ...beliefRows(content, { editor, twinId, idOf }),
    chunkOverlays: content.overlays.map(({ sourceId, ...overlay }) => ({
      ...editor,
      ...overlay,
      twinId,
      sourceId: idOf(sourceId),
      contentHash: Buffer.from(overlay.contentHash, "hex"),
      beforeHash: overlay.beforeHash === null ? null : Buffer.from(overlay.beforeHash, "hex"),
      afterHash: overlay.afterHash === null ? null : Buffer.from(overlay.afterHash, "hex"),
      // Until it is found in what is read from its source.
      status: "unmatched" as const,
    })),
    qualityTests: content.tests.map(({ id, question, origin, expectations }) => ({
      ...editor,
      ...{ id: idOf(id), twinId, question, origin },
      expectations: expectations.map((each) => mapExpectation(each, idOf)),
    })),
  };
}

export const versionIdOf = (importId: string, sourceId: string) =>
  mapId(importId, `version of ${sourceId}`);

/** What it was fetched by waits: nobody here has asked for it yet. */
function sourceRow(source: BundledContent["sources"][number]) {
  const { syncEvery, fileName: _f, mediaType: _m, byteSize: _b, sha256: _s, ...row } = source;
  return { ...row, pausedSyncEvery: isFromWeb(row) ? syncEvery : null };
}

interface Placing {
  twinId: string;
  editor: Editor;
  idOf: (id: string) => string;
}

function answerRows({ answers }: BundledContent, { twinId, editor, idOf }: Placing) {
  const versionsOf = ({ id, versions }: BundledContent["answers"][number]) =>
    versions.map(({ createdAt, ...words }, at) => ({
      ...editor,
      ...words,
      ...{ verifiedQnaId: idOf(id), twinId, number: at + 1, createdAt: new Date(createdAt) },
    }));
  return {
    verifiedQna: answers.map(({ id, isRestricted, reviewBy, versions }) => {
      const { question, phrasings, answer } = versions.at(-1)!;
      return {
        ...{ id: idOf(id), twinId, isRestricted, question, answer },
        questionKey: questionKey(question),
        phrasings: listPhrasings(question, phrasings),
        reviewBy: reviewBy === null ? null : new Date(reviewBy),
        version: versions.length,
      };
    }),
    verifiedQnaVersions: answers.flatMap(versionsOf),
  };
}

function beliefRows({ beliefs }: BundledContent, { twinId, editor, idOf }: Placing) {
  return {
    ownerBeliefs: beliefs.map(({ id, versions }) => {
      const { statement, scope } = versions.at(-1)!;
      return { id: idOf(id), twinId, statement, scope, version: versions.length };
    }),
    ownerBeliefVersions: beliefs.flatMap(({ id, versions }) =>
      versions.map(({ statement, scope, createdAt }, at) => ({
        ...editor,
        ...{ beliefId: idOf(id), twinId, number: at + 1, statement, scope },
        createdAt: new Date(createdAt),
      })),
    ),
  };
}

function mapExpectation(
  expectation: StoredExpectation,
  idOf: (id: string) => string,
): StoredExpectation {
  if (expectation.kind === "cites_passage") {
    const { sourceId, chunkId } = expectation;
    return { ...expectation, sourceId: idOf(sourceId), chunkId: idOf(chunkId) };
  }
  if (expectation.kind === "cites_source") {
    return { ...expectation, sourceId: idOf(expectation.sourceId) };
  }
  if (expectation.kind === "verified" && expectation.verifiedAnswerId) {
    return { ...expectation, verifiedAnswerId: idOf(expectation.verifiedAnswerId) };
  }
  return expectation;
}
