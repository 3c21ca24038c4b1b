import type { State } from "./readiness.ts";

const KEEP_MS = 30_000;

/** For checks that cost something: what was well a moment ago is well now. */
export function remembered(check: () => Promise<State>): () => Promise<State> {
  let last: { state: State; atMs: number } | null = null;
  return async () => {
    if (last && performance.now() - last.atMs < KEEP_MS) return last.state;
    const state = await check();
    last = state.state === "failed" ? null : { state, atMs: performance.now() };
    return state;
  };
}
