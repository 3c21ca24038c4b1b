import {
  type FetchParams,
  fetchTranscript as fetchByLibrary,
  type TranscriptSegment,
} from "youtube-transcript-plus";
import type { Egress } from "../../egress/open-egress.ts";
import { BadStatus } from "../../egress/refusals.ts";
import { DomainError } from "../../kernel/domain-error.ts";
import { openWatchPage } from "./open-watch-page.ts";
import { chooseTrack, type PlayedVideo, readPlayer, type Track } from "./read-player.ts";
import { takenForRobot, upstreamChanged } from "./refusals.ts";
import type { Video } from "./video-address.ts";

export interface Transcript extends PlayedVideo {
  track: Track;
  segments: TranscriptSegment[];
}

/**
 * A video's captions with their times, by the library's knowledge of the service and through our own
 * egress. Refuses with a reason `source.*` that says what is the matter with the video or the service.
 */
export async function fetchTranscript(
  egress: Egress,
  { videoId, language }: Video,
  signal: AbortSignal,
): Promise<Transcript> {
  const page = openWatchPage(egress, signal);
  let found: Omit<Transcript, "segments"> | undefined;
  const read = async () => {
    const segments = await fetchByLibrary(videoId, {
      signal,
      videoFetch: page.videoFetch,
      async playerFetch(request: FetchParams) {
        const reply = await page.playerFetch(request);
        const video = readPlayer(reply);
        const track = chooseTrack(video.tracks, language);
        found = { ...video, track };
        return Response.json(withTrack(reply, track));
      },
      transcriptFetch: page.transcriptFetch,
    });
    return { ...found!, segments };
  };
  return read().catch((error: unknown) => {
    signal.throwIfAborted();
    if (error instanceof BadStatus && error.status === 429) throw takenForRobot();
    throw error instanceof DomainError ? error : upstreamChanged(error);
  });
}

/** The library takes the first track it finds, in its oldest and plainest form. */
function withTrack(reply: object, track: Track): object {
  const url = new URL(track.baseUrl);
  url.searchParams.delete("fmt");
  const captionTracks = [{ ...track, baseUrl: url.href }];
  return { ...reply, captions: { playerCaptionsTracklistRenderer: { captionTracks } } };
}
