import { z } from "zod";
import { takenForRobot, unavailableVideo, upstreamChanged, withoutCaptions } from "./refusals.ts";

const Track = z.object({
  baseUrl: z.url(),
  languageCode: z.string(),
  /** `asr`: recognised by a machine. */
  kind: z.string().optional(),
});
export type Track = z.infer<typeof Track>;

/** The part of the player's reply that captions need. */
const Player = z.object({
  playabilityStatus: z.object({ status: z.string(), reason: z.string().optional() }),
  videoDetails: z
    .object({ title: z.string().optional(), lengthSeconds: z.coerce.number().optional() })
    .optional(),
  captions: z
    .object({
      playerCaptionsTracklistRenderer: z.object({ captionTracks: z.array(Track).optional() }),
    })
    .optional(),
});

export interface PlayedVideo {
  title: string | null;
  durationSeconds: number | null;
  tracks: Track[];
}

/** Refuses `source.unavailable`, `source.no_captions`, `source.rate_limited`, `source.upstream_changed`. */
export function readPlayer(reply: unknown): PlayedVideo {
  const parsed = Player.safeParse(reply);
  if (!parsed.success) throw upstreamChanged(parsed.error);
  const { playabilityStatus, videoDetails, captions } = parsed.data;
  requirePlayable(playabilityStatus);
  const tracks = captions?.playerCaptionsTracklistRenderer.captionTracks ?? [];
  if (tracks.length === 0) throw withoutCaptions();
  return {
    title: videoDetails?.title || null,
    durationSeconds: videoDetails?.lengthSeconds || null,
    tracks,
  };
}

function requirePlayable({ status, reason = "" }: { status: string; reason?: string }): void {
  if (status === "OK") return;
  if (/\bbot\b|unusual traffic/i.test(reason)) throw takenForRobot();
  if (/\bage\b|inappropriate/i.test(reason) || status.startsWith("AGE_")) {
    throw unavailableVideo("This video is restricted by age, so that programs cannot open it.");
  }
  if (/private/i.test(reason)) throw unavailableVideo("This video is private.");
  if (status === "LIVE_STREAM_OFFLINE") throw unavailableVideo("This stream has not begun yet.");
  if (status === "LOGIN_REQUIRED") throw unavailableVideo("This video needs a sign-in.");
  throw unavailableVideo("This video was removed, never was, or is not shown everywhere.");
}

/** Written by people before recognised by a machine, in the language that is spoken. */
export function chooseTrack(tracks: readonly Track[], language?: string): Track {
  const people = tracks.filter(({ kind }) => kind !== "asr");
  const machine = tracks.filter(({ kind }) => kind === "asr");
  const ranked = [...people, ...machine];
  if (language) {
    const found = ranked.find((track) => isLanguage(track, language, "exact"));
    const near = found ?? ranked.find((track) => isLanguage(track, language, "near"));
    if (near) return near;
    const known = [...new Set(tracks.map(({ languageCode }) => languageCode))].join(", ");
    throw withoutCaptions(`This video has captions in ${known}, none in ${language}.`);
  }
  const [spoken] = machine;
  const inSpoken = spoken && people.find((track) => isLanguage(track, spoken.languageCode, "near"));
  return (inSpoken ?? ranked[0])!;
}

function isLanguage({ languageCode }: Track, language: string, fit: "exact" | "near"): boolean {
  const plain = (code: string) => {
    const lower = code.toLowerCase();
    return fit === "exact" ? lower : lower.split("-")[0];
  };
  return plain(languageCode) === plain(language);
}
