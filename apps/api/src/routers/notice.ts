import { getNoticePreferences, setNoticePreferences } from "@understudy/core/notice/preferences";
import { mutation, query, router } from "../trpc.ts";

export const noticeRouter = router({
  getPreferences: query(getNoticePreferences),
  setPreferences: mutation(setNoticePreferences),
});
