import { measureSyncImpact } from "@understudy/core/health/impacts";
import { createOverlay } from "@understudy/core/overlay/create-overlay";
import { measureImpact } from "@understudy/core/overlay/measure-impact";
import { listOverlays, removeOverlay } from "@understudy/core/overlay/overlays";
import { updateOverlay } from "@understudy/core/overlay/update-overlay";
import { addQna } from "@understudy/core/source/add-qna";
import { addText } from "@understudy/core/source/add-text";
import { addUrl } from "@understudy/core/source/add-url";
import { cancelSource } from "@understudy/core/source/cancel-source";
import { editNote } from "@understudy/core/source/edit-note";
import { listSourceBlocks } from "@understudy/core/source/list-source-blocks";
import { listSyncChanges } from "@understudy/core/source/list-sync-changes";
import { preflightSource } from "@understudy/core/source/preflight/preflight-source";
import { removeSource, restoreSource } from "@understudy/core/source/remove-source";
import { replaceSource } from "@understudy/core/source/replace-file";
import { resumeSchedules } from "@understudy/core/source/resume-schedules";
import { resyncSource } from "@understudy/core/source/resync-source";
import { retryFailed } from "@understudy/core/source/retry-failed";
import { retrySource } from "@understudy/core/source/retry-source";
import { scheduleSource } from "@understudy/core/source/schedule-source";
import { addSitemap, crawlSite } from "@understudy/core/source/site/add-site";
import { getSourceText, listSourceChunks } from "@understudy/core/source/source-text";
import { getSource, listSources, renameSource } from "@understudy/core/source/sources";
import { listSyncPages, listSyncs } from "@understudy/core/source/syncs";
import { updateSourceSettings } from "@understudy/core/source/update-source-settings";
import { watchSources } from "@understudy/core/source/watch-sources";
import { addYoutube } from "@understudy/core/source/youtube/add-youtube";
import { mutation, query, router, stream } from "../trpc.ts";

const overlayRouter = router({
  list: query(listOverlays),
  impact: query(measureImpact),
  create: mutation(createOverlay),
  update: mutation(updateOverlay),
  remove: mutation(removeOverlay),
});

export const sourceRouter = router({
  list: query(listSources),
  get: query(getSource),
  preflight: query(preflightSource),
  watch: stream(watchSources),
  chunks: query(listSourceChunks),
  blocks: query(listSourceBlocks),
  text: query(getSourceText),
  addText: mutation(addText),
  addQna: mutation(addQna),
  addUrl: mutation(addUrl),
  addSitemap: mutation(addSitemap),
  crawl: mutation(crawlSite),
  addYoutube: mutation(addYoutube),
  rename: mutation(renameSource),
  replace: mutation(replaceSource),
  editNote: mutation(editNote),
  schedule: mutation(scheduleSource),
  resumeSchedules: mutation(resumeSchedules),
  updateSettings: mutation(updateSourceSettings),
  retry: mutation(retrySource),
  retryFailed: mutation(retryFailed),
  listSyncs: query(listSyncs),
  listSyncPages: query(listSyncPages),
  listSyncChanges: query(listSyncChanges),
  syncImpact: query(measureSyncImpact),
  resync: mutation(resyncSource),
  cancel: mutation(cancelSource),
  remove: mutation(removeSource),
  restore: mutation(restoreSource),
  overlay: overlayRouter,
});
