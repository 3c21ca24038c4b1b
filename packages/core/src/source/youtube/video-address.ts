/** A video, and the language of its captions where one was asked for. */
export interface Video {
  videoId: string;
  language?: string;
}

const HOSTS = /^(?:(?:www|m|music|gaming)\.)?youtube(?:-nocookie)?\.com$/;
const SHORT_HOST = /^(?:www\.)?youtu\.be$/;
const PATHS = /^\/(?:shorts|embed|live|v|e|watch)\/([^/]+)/;
const VIDEO_ID = /^[\w-]{11}$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i;
/** YouTube's own parameter for it. */
const LANGUAGE_PARAMETER = "cc_lang_pref";

/** Reads every shape in which YouTube writes a video's address; undefined for any other address. */
export function readVideoAddress(address: string): Video | undefined {
  const url = URL.parse(/^[a-z]+:\/\//i.test(address) ? address : `https://${address}`);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const videoId = findVideoId(url);
  if (videoId === undefined || !VIDEO_ID.test(videoId)) return undefined;
  const language = url.searchParams.get(LANGUAGE_PARAMETER);
  return { videoId, ...(language && LANGUAGE.test(language) && { language }) };
}

function findVideoId({ hostname, pathname, searchParams }: URL): string | undefined {
  const host = hostname.toLowerCase().replace(/\.$/, "");
  if (SHORT_HOST.test(host)) return pathname.split("/")[1];
  if (!HOSTS.test(host)) return undefined;
  if (pathname === "/watch") return searchParams.get("v") ?? searchParams.get("vi") ?? undefined;
  return PATHS.exec(pathname)?.[1];
}

/** The one address that a video has here; the language is part of it, as of another source. */
export function writeVideoAddress({ videoId, language }: Video): string {
  const address = `https://www.youtube.com/watch?v=${videoId}`;
  return language ? `${address}&${LANGUAGE_PARAMETER}=${language}` : address;
}
