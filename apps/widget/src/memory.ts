/** What this browser keeps between visits; pages may forbid it, and then each visit is a first one. */
export interface Memory {
  resumeToken?: string;
  /** The visitor said how they can be reached, or chose not to. */
  leadDone?: boolean;
}

export function createMemory(way: string) {
  const name = `understudy:${way}`;
  let kept: Memory = {};
  try {
    kept = JSON.parse(localStorage.getItem(name) ?? "{}");
  } catch {
    // Forbidden, or not ours: as if nothing was kept.
  }
  return {
    read: () => kept,
    keep(more: Memory) {
      kept = { ...kept, ...more };
      try {
        localStorage.setItem(name, JSON.stringify(kept));
      } catch {
        // A full or forbidden store: it lasts as long as the page.
      }
    },
  };
}
