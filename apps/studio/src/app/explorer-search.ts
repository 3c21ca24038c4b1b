import { type ExploreSettings, SETTING_FIELDS } from "#features/explorer/setting-fields.ts";
import { type PanelSearch, readPanelSearch } from "./panel-search.ts";

export type ChosenSettings = Partial<ExploreSettings>;

/** What the address says about a question that is explored. */
export interface ExplorerSearch extends PanelSearch {
  q?: string;
  /** What was asked before it in the same conversation, oldest first. */
  earlier?: string[];
  /** As someone in these groups; none in it: as someone in no group. */
  as?: string[];
  /** The fields of the settings are in sight. */
  tuning?: true;
  settings?: ChosenSettings;
  /** Other settings to compare with; there, even when empty, while two are compared. */
  beside?: ChosenSettings;
}

export function readExplorerSearch(search: Record<string, unknown>): ExplorerSearch {
  const { q, tuning, settings, beside } = search;
  const query = typeof q === "number" ? String(q) : q;
  const earlier = readTexts(search.earlier);
  const chosen = readSettings(settings);
  return {
    ...readPanelSearch(search),
    ...(typeof query === "string" && query.trim() !== "" && { q: query.slice(0, 2_000) }),
    ...(earlier.length > 0 && { earlier }),
    ...(Array.isArray(search.as) && { as: readTexts(search.as) }),
    ...(tuning === true && { tuning }),
    ...(chosen && Object.keys(chosen).length > 0 && { settings: chosen }),
    ...(beside !== undefined && { beside: readSettings(beside) ?? {} }),
  };
}

function readTexts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value
    .filter((each): each is string => typeof each === "string" && each.trim() !== "")
    .map((each) => each.slice(0, 500))
    .slice(-5);
}

function readSettings(value: unknown): ChosenSettings | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const given = value as Record<string, unknown>;
  const read = SETTING_FIELDS.flatMap(({ name, min, max }) => {
    const number = given[name];
    const isIn = typeof number === "number" && number >= min && number <= max;
    return isIn ? [[name, number] as const] : [];
  });
  return Object.fromEntries(read);
}
