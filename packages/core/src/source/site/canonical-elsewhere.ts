import { ownAddress } from "../ingest/own-address.ts";
import { normalizeAddress } from "./normalize-address.ts";
import type { ReadPage } from "./read-page.ts";
import type { Walk } from "./walk.ts";

/** The address that a page gives as its own, where that is another page of this walk, which does not point back. */
export async function canonicalElsewhere(
  { run, bounds, scope, robotsOf }: Walk,
  { outline, url }: ReadPage,
  address: string,
): Promise<string | undefined> {
  const own = ownAddress(outline.canonicalUrl, url);
  const canonical = own && normalizeAddress(own);
  if (bounds.follow === "list" || !canonical || canonical === address) return undefined;
  const pointedOn = run.recorded.get(canonical)?.reason;
  if (pointedOn === "canonical" || pointedOn === "redirected") return undefined;
  if (scope.judge(canonical) || !(await robotsOf(canonical)).allows(canonical)) return undefined;
  return canonical;
}
