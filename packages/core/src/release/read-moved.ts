import type { ContentMoved } from "./contract.ts";

type Versions = Readonly<Record<string, string>>;

/** From what was live then to what is live now, by source. */
export function readMoved(then: Versions, now: Versions): ContentMoved {
  const before = Object.keys(then);
  return {
    added: Object.keys(now).filter((id) => !(id in then)).length,
    changed: before.filter((id) => id in now && now[id] !== then[id]).length,
    removed: before.filter((id) => !(id in now)).length,
  };
}
