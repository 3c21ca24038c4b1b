import type { JobContext } from "../../kernel/job.ts";
import type { Found } from "../ingest/fetch-version.ts";
import { fetchTranscript } from "./fetch-transcript.ts";
import type { Video } from "./video-address.ts";
import { writeVtt } from "./write-vtt.ts";

/** A video's transcript as the file that its source is made from. */
export async function fetchVideo(ctx: JobContext, video: Video): Promise<Found> {
  const { title, track, segments } = await fetchTranscript(ctx.ports.egress, video, ctx.signal);
  const writer = track.kind === "asr" ? "recognised by a machine" : "written by people";
  await ctx.note("info", `Captions in ${track.languageCode}, ${writer}.`);
  return {
    mediaType: "text/vtt",
    fileName: `${video.videoId}.${track.languageCode}.vtt`,
    bytes: new TextEncoder().encode(writeVtt(title, segments)),
  };
}
