import type { Actor } from "@understudy/core/kernel/actor";

/** Two streams of one credential that ask within this time get one answer. */
const SHARED_MS = 1_000;

/** Judges a credential; what was just found out of the same one is not asked again. */
export type JudgeShared = (credential: string, judge: () => Promise<Actor>) => Promise<Actor>;

/** For streams, which ask every few seconds and may be many of one credential. */
export function createSharedJudgement(): JudgeShared {
  const judged = new Map<string, Promise<Actor>>();
  return (credential, judge) => {
    const known = judged.get(credential);
    if (known) return known;
    const actor = judge();
    judged.set(credential, actor);
    setTimeout(() => judged.delete(credential), SHARED_MS).unref();
    return actor;
  };
}
