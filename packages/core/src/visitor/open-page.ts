import { DomainError } from "../kernel/domain-error.ts";
import type { Door } from "../kernel/door.ts";
import { type Via, VisitorFace } from "./contract.ts";
import { openGrant } from "./open-grant.ts";
import { faceOf } from "./show-face.ts";
import { ratesOfLooking } from "./visitor-rates.ts";

/** A page of ours, as it is served. */
export interface VisitorPage {
  face: VisitorFace;
  title: string;
  description: string;
  isIndexed: boolean;
  /** Of a widget in a frame: who may show it. */
  allowedOrigins: string[] | null;
}

/** Null where there is nothing to show, or nothing without a password. */
export async function openPage(door: Door, via: Via): Promise<VisitorPage | null> {
  await door.limit(ratesOfLooking(door));
  const grant = await openGrant(door, via).catch(asNothing);
  if (!grant) return null;
  const { page, channel, allowedOrigins, twin } = grant;
  return {
    face: VisitorFace.parse(faceOf(grant)),
    title: page?.title || twin.name,
    description: page?.description || twin.headline || twin.bio,
    isIndexed: channel === "page" && page?.isIndexed !== false,
    allowedOrigins,
  };
}

function asNothing(error: unknown): null {
  if (error instanceof DomainError && error.code !== "limit_exceeded") return null;
  throw error;
}
