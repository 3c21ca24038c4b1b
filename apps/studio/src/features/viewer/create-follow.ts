import type { ViewerPane } from "#app/viewer-search.ts";

/** Lets one pane follow the other, which a person moves, and never the other way round. */
export interface Follow {
  /** Somebody has laid hands on this pane. */
  lead: (pane: ViewerPane) => void;
  /** The text at this offset stands at the top of the pane. */
  report: (pane: ViewerPane, offset: number) => void;
  /** Hears where the other pane has gone; gives what ends it. */
  listen: (pane: ViewerPane, go: (offset: number) => void) => () => void;
}

export function createFollow(): Follow {
  const listeners = new Map<ViewerPane, (offset: number) => void>();
  let leader: ViewerPane | null = null;
  let last: number | null = null;
  return {
    lead(pane) {
      leader = pane;
    },
    report(pane, offset) {
      if (pane !== leader || offset === last) return;
      last = offset;
      for (const [name, go] of listeners) if (name !== pane) go(offset);
    },
    listen(pane, go) {
      listeners.set(pane, go);
      return () => listeners.delete(pane);
    },
  };
}
