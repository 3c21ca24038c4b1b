import { text } from "node:stream/consumers";
import type { Egress } from "../../../egress/open-egress.ts";
import { openEgress } from "../../../egress/open-egress.ts";
import { startSite } from "../../../egress/testing/start-site.ts";

const MEGABYTE = 1_048_576;
const ORIGIN = "https://www.youtube.com";

/** What the service says of one video, in the shape that it was recorded in. */
export interface RecordedVideo {
  page?: string;
  pageStatus?: number;
  player?: unknown;
  /** By language. */
  captions?: Record<string, string>;
}

export const RECORDED_PAGE = `<!DOCTYPE html><html><head><script nonce="x">var ytcfg={d:function(){}};ytcfg.set({"CLIENT_CANARY_STATE":"none","INNERTUBE_API_KEY":"AIzaSyRecorded","INNERTUBE_API_VERSION":"v1"});</script></head><body></body></html>`;

export function playerOf(title: string, tracks: readonly object[]): object {
  return {
    responseContext: { visitorData: "recorded" },
    playabilityStatus: { status: "OK", playableInEmbed: true },
    videoDetails: { title, lengthSeconds: "63", author: "A channel", isLiveContent: false },
    captions: { playerCaptionsTracklistRenderer: { captionTracks: tracks, audioTracks: [] } },
  };
}

export function trackOf(languageCode: string, isAutomatic = false): object {
  return {
    baseUrl: `${ORIGIN}/api/timedtext?v=recorded&lang=${languageCode}&fmt=srv3`,
    name: { runs: [{ text: languageCode }] },
    languageCode,
    ...(isAutomatic && { kind: "asr" }),
    isTranslatable: true,
  };
}

export function captionsOf(...lines: [startSeconds: number, text: string][]): string {
  const texts = lines.map(([start, text]) => `<text start="${start}" dur="2.5">${text}</text>`);
  return `<?xml version="1.0" encoding="utf-8" ?><transcript>${texts.join("")}</transcript>`;
}

/** The service on loopback, and an egress that goes there instead of where it is; every other bound holds. */
export async function startVideoSite(videos: ReadonlyMap<string, RecordedVideo>) {
  let current: RecordedVideo = {};
  const posted: string[] = [];
  const site = await startSite(async (request, reply) => {
    const { pathname, searchParams } = new URL(request.url ?? "", ORIGIN);
    const body = await text(request);
    if (pathname === "/watch") {
      current = videos.get(searchParams.get("v") ?? "") ?? {};
      const status = current.pageStatus ?? 200;
      reply.writeHead(status, { "content-type": "text/html" }).end(current.page ?? RECORDED_PAGE);
    } else if (pathname === "/youtubei/v1/player") {
      posted.push(`${request.method} ${searchParams.get("key")} ${JSON.parse(body).videoId}`);
      const player =
        typeof current.player === "string" ? current.player : JSON.stringify(current.player);
      reply.setHeader("content-type", "application/json").end(player);
    } else {
      const captions = current.captions?.[searchParams.get("lang") ?? ""] ?? "";
      reply.setHeader("content-type", "text/xml; charset=UTF-8").end(captions);
    }
  });
  const local = openEgress({ allow: new Set([site.host]), maxBytes: MEGABYTE });
  const egress: Egress = {
    judge: local.judge,
    post: local.post,
    fetchUrl: (url, options) => local.fetchUrl(url.replace(ORIGIN, site.url), options),
  };
  return { site, egress, posted };
}
