import { DomainError } from "../kernel/domain-error.ts";
import type { Standing } from "../kernel/door.ts";
import { isAllowedOrigin } from "../widget/origin.ts";

/**
 * Whether a way in is open where the asking page stands. A widget answers on its origins, and in a frame
 * of ours that only they may show; everything else on our own pages. A caller that is no browser names
 * no origin, and is let in where anyone is.
 */
function maySpeakFrom(
  { origin, isOurs }: Standing,
  allowedOrigins: readonly string[] | null,
): boolean {
  if (allowedOrigins === null) return origin === null || isOurs;
  if (allowedOrigins.length === 0) return false;
  return origin === null || isOurs || isAllowedOrigin(origin, allowedOrigins);
}

export function judgeStanding(standing: Standing, allowedOrigins: readonly string[] | null): void {
  if (!maySpeakFrom(standing, allowedOrigins)) throw misplaced();
}

export const MISPLACED = "origin.not_allowed";

export function misplaced(): DomainError {
  return new DomainError("forbidden", MISPLACED, "This does not answer on this site.");
}
