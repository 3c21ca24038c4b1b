import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "./database.ts";
import * as answerRuns from "./queries/answer-runs.ts";
import { findAnsweringTwin } from "./queries/answering-twins.ts";
import * as apiKeys from "./queries/api-keys.ts";
import { listAskable } from "./queries/askable-answers.ts";
import * as audit from "./queries/audit-events.ts";
import * as chunks from "./queries/chunks.ts";
import { listCitations } from "./queries/citations.ts";
import * as collections from "./queries/collections.ts";
import * as conversations from "./queries/conversations.ts";
import * as embeddings from "./queries/embeddings.ts";
import { claimJob, heartbeat } from "./queries/job-attempts.ts";
import { listJobLogs } from "./queries/job-logs.ts";
import * as jobs from "./queries/jobs.ts";
import { listLiveVersions } from "./queries/live-versions.ts";
import * as lockJobs from "./queries/lock-jobs.ts";
import * as messages from "./queries/messages.ts";
import { listNearMisses, recordNearMiss } from "./queries/near-misses.ts";
import * as overlays from "./queries/overlays.ts";
import * as effects from "./queries/passage-effects.ts";
import { listPassagesAt } from "./queries/passages.ts";
import { planRetest } from "./queries/plan-retest.ts";
import { findPublicPage } from "./queries/public-pages.ts";
import * as results from "./queries/quality-results.ts";
import * as runs from "./queries/quality-runs.ts";
import * as quality from "./queries/quality-tests.ts";
import * as releases from "./queries/releases.ts";
import * as sameSource from "./queries/same-source.ts";
import * as segments from "./queries/segments.ts";
import * as shareLinks from "./queries/share-links.ts";
import * as syncs from "./queries/source-syncs.ts";
import * as versions from "./queries/source-versions.ts";
import * as sources from "./queries/sources.ts";
import { listRecordedPages } from "./queries/sync-pages.ts";
import * as twins from "./queries/twins.ts";
import * as verified from "./queries/verified-answers.ts";
import { listVerifiedVersions } from "./queries/verified-versions.ts";
import { findUsableVisit } from "./queries/visitor-sessions.ts";
import * as visitors from "./queries/visitors.ts";
import * as wayKeys from "./queries/way-keys.ts";
import * as widgets from "./queries/widgets.ts";
import { inTenant, type TenantTx } from "./scope.ts";
import { captureStatements, explain } from "./testing/explain-plan.ts";
import { fillVolume } from "./testing/fill-volume.ts";
import { hotInOperate } from "./testing/hot-in-operate.ts";
import { openTestDatabase } from "./testing/open-test-database.ts";
import { reachQueries } from "./testing/reach-queries.ts";

/** Rows that a scan may read and throw away: those of one busy twin, not those of a table. */
const MAX_DISCARDED = 200;

let db: Database;
let ids: Record<string, string>;
beforeAll(async () => {
  db = await openTestDatabase();
  ids = await fillVolume(db);
});
afterAll(() => db.close());

const id = (name: string) => ids[name]!;
const hash = new Uint8Array(32);
const page = {
  after: [new Date().toISOString(), "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const,
  limit: 50,
};

const HOT: Record<string, (tx: TenantTx, ofRow: (name: string) => string) => Promise<unknown>> = {
  findTwin: (tx) => twins.findTwin(tx, id("twin_id")),
  findTwinByHandle: (tx) => twins.findTwinByHandle(tx, "twin-1-1"),
  listTwins: (tx) => twins.listTwins(tx, { ...page, archived: false }),
  countTwins: (tx) => twins.countTwins(tx, [id("twin_id")]),
  findContentRevision: (tx) => twins.findContentRevision(tx, id("twin_id")),
  bumpContentRevision: (tx) => twins.bumpContentRevision(tx, id("twin_id")),
  findSource: (tx) => sources.findSource(tx, id("source_id")),
  listPagesOfSite: (tx) =>
    sources.listSources(tx, { ...page, twinId: id("twin_id"), parentId: id("source_id") }),
  listChildren: (tx) => collections.listChildren(tx, id("source_id")),
  listLiveChildren: (tx) =>
    collections.listLiveChildren(tx, { parentId: id("source_id"), fromId: null, limit: 21 }),
  lockProcessing: (tx) => lockJobs.lockProcessing(tx, id("source_id")),
  findSiteId: (tx) =>
    collections.findSiteId(tx, {
      twinId: id("twin_id"),
      url: "https://example.com/",
      follow: "links",
    }),
  settleCollection: (tx) => collections.settleCollection(tx, id("source_id")),
  listRecordedPages: (tx) => listRecordedPages(tx, id("sync_id")),
  listSources: (tx) => sources.listSources(tx, { ...page, twinId: id("twin_id"), search: "1" }),
  findSourceBySha256: (tx) =>
    sameSource.findSourceBySha256(tx, { twinId: id("twin_id"), sha256: hash }),
  findSourceByUrl: (tx) =>
    sameSource.findSourceByUrl(tx, { twinId: id("twin_id"), url: "https://example.com/" }),
  switchLiveVersion: (tx) => sources.switchLiveVersion(tx, id("version_id")),
  findSourceVersion: (tx) => versions.findSourceVersion(tx, id("version_id")),
  findNewestVersion: (tx) => versions.findNewestVersion(tx, id("source_id")),
  getParsedVersion: (tx) => versions.getParsedVersion(tx, id("version_id")),
  listLiveSegments: (tx) => segments.listLiveSegments(tx, id("twin_id")),
  listSegments: (tx) => segments.listSegments(tx, [id("version_id")]),
  listPassagesAt: (tx) =>
    listPassagesAt(
      tx,
      Array.from({ length: 40 }, (_, ordinal) => ({ sourceVersionId: id("version_id"), ordinal })),
      { reach: { groupIds: [id("group_id")], sourceIds: [id("source_id")] } },
    ),
  ...reachQueries(id),
  listChunks: (tx) =>
    chunks.listChunks(tx, { sourceVersionId: id("version_id"), afterOrdinal: -1, limit: 50 }),
  listPinnedPlaces: (tx) => effects.listPinnedPlaces(tx, id("twin_id")),
  findPassageOwner: (tx) => effects.findPassageOwner(tx, id("chunk_id")),
  countAnswersCiting: (tx) =>
    effects.countAnswersCiting(tx, { sourceId: id("source_id"), contentHash: hash }, { days: 30 }),
  listOverlays: (tx) => overlays.listOverlays(tx, { ...page, twinId: id("twin_id") }),
  listSourceOverlays: (tx) => overlays.listSourceOverlays(tx, id("source_id")),
  listChunkTexts: (tx) =>
    chunks.listChunkTexts(tx, { sourceVersionId: id("version_id"), from: 0, limit: 200 }),
  listUnembeddedChunks: (tx) =>
    embeddings.listUnembeddedChunks(tx, {
      sourceVersionId: id("version_id"),
      model: "model",
      limit: 100,
    }),
  findCachedVectors: (tx) =>
    embeddings.findCachedVectors(tx, { model: "model", contentHashes: [hash, hash] }),
  listSyncs: (tx) => syncs.listSyncs(tx, { ...page, sourceId: id("source_id") }),
  listSyncPages: (tx) => syncs.listSyncPages(tx, { syncId: id("sync_id"), limit: 50 }),
  findRunningSync: (tx) => syncs.findRunningSync(tx, id("source_id")),
  listQualityTests: (tx) => quality.listQualityTests(tx, { ...page, twinId: id("twin_id") }),
  listAllQualityTests: (tx) => quality.listAllQualityTests(tx, id("twin_id")),
  listQualityRuns: (tx) => runs.listQualityRuns(tx, { ...page, twinId: id("twin_id") }),
  listRunsOver: (tx) =>
    runs.listRunsOver(tx, {
      twinId: id("twin_id"),
      configurationHash: "",
      contentRevision: 0n,
      verifiedRevision: 0n,
      statuses: ["running", "succeeded"],
      limit: 5,
    }),
  listQualityResults: (tx) => results.listQualityResults(tx, id("run_id")),
  listEarlierResults: (tx) =>
    results.listEarlierResults(tx, { testIds: [id("test_id")], runId: id("chunk_id") }),
  planRetest: (tx) => planRetest(tx, id("twin_id")),
  findRelease: (tx) => releases.findRelease(tx, id("release_id")),
  listReleases: (tx) =>
    releases.listReleases(tx, { twinId: id("twin_id"), beforeNumber: null, limit: 50 }),
  listLiveVersions: (tx) => listLiveVersions(tx, id("twin_id")),
  findAnsweringTwin: (tx) => findAnsweringTwin(tx, id("conversation_id")),
  findConversation: (tx) => conversations.findConversation(tx, id("conversation_id")),
  findExchange: (tx) =>
    messages.findExchange(tx, { conversationId: id("conversation_id"), idempotencyKey: "key-1" }),
  listMessages: (tx) => messages.listMessages(tx, id("conversation_id")),
  finishMessage: (tx) =>
    messages.finishMessage(tx, { messageId: id("message_id"), status: "complete" }),
  keepAnswers: (tx) => {
    const event = { sequence: 1 };
    const news = { text: "Said.", events: [event] };
    const answers = [{ messageId: id("message_id"), news }];
    return answerRuns.keepAnswers(tx, answers, { leaseSeconds: 15 });
  },
  listCitations: (tx) => listCitations(tx, [id("message_id"), id("conversation_id")]),
  listJobs: (tx) => jobs.listJobs(tx, page),
  listJobsOfTwin: (tx) => jobs.listJobs(tx, { ...page, twinId: id("twin_id") }),
  findActiveJob: (tx) => jobs.findActiveJob(tx, { subjectId: id("source_id"), kind: "ingestion" }),
  listJobLogs: (tx) => listJobLogs(tx, { jobId: id("job_id"), limit: 50 }),
  claimJob: (tx) => claimJob(tx, id("job_id")),
  heartbeat: (tx) => heartbeat(tx, { jobId: id("job_id"), attempt: 1 }),
  listApiKeys: (tx) => apiKeys.listApiKeys(tx, page),
  findUsableApiKey: (tx) => apiKeys.findUsableApiKey(tx, id("api_key_id")),
  touchApiKey: (tx) => apiKeys.touchApiKey(tx, id("api_key_id")),
  findVerifiedAnswer: (tx) => verified.findVerifiedAnswer(tx, id("verified_id")),
  listVerifiedAnswers: (tx) =>
    verified.listVerifiedAnswers(tx, { ...page, twinId: id("twin_id"), search: "w" }),
  listAskable: (tx) =>
    listAskable(tx, { twinId: id("twin_id"), afterId: id("verified_id"), limit: 200 }),
  findVerifiedAnswersByKey: (tx) =>
    verified.findVerifiedAnswersByKey(tx, { twinId: id("twin_id"), keys: [id("question_key")] }),
  releaseQuestions: (tx) =>
    verified.releaseQuestions(tx, { twinId: id("twin_id"), keys: [id("question_key")] }),
  countVerifiedAnswers: (tx) => verified.countVerifiedAnswers(tx, id("twin_id")),
  listVerifiedVersions: (tx) =>
    listVerifiedVersions(tx, {
      verifiedAnswerId: id("verified_id"),
      beforeNumber: 2,
      limit: 50,
    }),
  listNearMisses: (tx) => listNearMisses(tx, { ...page, twinId: id("twin_id") }),
  recordNearMiss: (tx) => {
    const named = { twinId: id("twin_id"), verifiedQnaId: id("verified_id") };
    const miss = { ...named, question: "words", phrasing: "words", score: 0.4, because: "kind" };
    return recordNearMiss(tx, miss, { kept: 500 });
  },
  findUsableVisit: (tx) => findUsableVisit(tx, id("visitor_session_id")),
  returnVisitor: (tx) => visitors.returnVisitor(tx, { twinId: id("twin_id"), resumeHash: hash }),
  findLastConversation: (tx) =>
    conversations.findLastConversation(tx, { visitorId: id("visitor_id"), channel: "widget" }),
  listWidgets: (tx) => widgets.listWidgets(tx, { ...page, twinId: id("twin_id") }),
  findWidget: (tx) => widgets.findWidget(tx, id("widget_id")),
  listOrigins: (tx) => widgets.listOrigins(tx, [id("widget_id")]),
  listWayKeys: (tx) => wayKeys.listWayKeys(tx, { widgetId: id("widget_id") }),
  revokeWay: (tx) => wayKeys.revokeWay(tx, { shareLinkId: id("share_link_id") }),
  listShareLinks: (tx) => shareLinks.listShareLinks(tx, { ...page, twinId: id("twin_id") }),
  countLinkMessage: (tx) => shareLinks.countLinkMessage(tx, id("share_link_id")),
  findPublicPage: (tx) => findPublicPage(tx, id("twin_id")),
  listAuditEvents: (tx) => audit.listAuditEvents(tx, page),
  listAuditEventsOfAction: (tx) => audit.listAuditEvents(tx, { ...page, action: "twin.create" }),
  listAuditEventsOfActor: (tx) => audit.listAuditEvents(tx, { ...page, actorId: id("twin_id") }),
  listUnsealedEvents: (tx) => audit.listUnsealedEvents(tx, 50),
  listSealedEvents: (tx) => audit.listSealedEvents(tx, { behind: 1n, limit: 50 }),
  findAuditHead: (tx) => audit.findAuditHead(tx),
};

const ALL = { ...HOT, ...hotInOperate };

test.each(Object.keys(ALL))("%s is indexed under the application role", async (name) => {
  const nodes = await inTenant(db, { tenantId: id("tenant_id") }, async (tx) => {
    const statements = captureStatements(tx);
    await ALL[name]!(tx, id);
    const plans = [];
    for (const { text, values } of [...statements])
      plans.push(...(await explain(tx, text, values)));
    return plans;
  });
  expect(nodes.length).toBeGreaterThan(0);
  for (const node of nodes) {
    expect(node["Node Type"], JSON.stringify(node)).not.toBe("Seq Scan");
    expect(node["Rows Removed by Filter"] ?? 0, JSON.stringify(node)).toBeLessThanOrEqual(
      MAX_DISCARDED,
    );
  }
});

test("a query without an index would be noticed", async () => {
  const nodes = await inTenant(db, { tenantId: id("tenant_id") }, (tx) =>
    explain(tx, "select id from job_logs where message = $1", ["other words"]),
  );
  expect(nodes.map((node) => node["Node Type"])).toContain("Seq Scan");
});
