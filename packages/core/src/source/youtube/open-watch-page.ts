import type { FetchParams } from "youtube-transcript-plus";
import type { Egress } from "../../egress/open-egress.ts";
import { takenForRobot, upstreamChanged } from "./refusals.ts";

const MAX_PAGE_BYTES = 8_000_000;
/** Says that its banner on cookies was seen, which is otherwise all that Europe is shown. */
const CONSENT = "SOCS=CAI";
const OWN_HOST = /(?:^|\.)youtube\.com$/;

/** The library's three requests, each bounded and judged by the egress function. */
export function openWatchPage(egress: Egress, signal: AbortSignal) {
  const send = async ({ url, method, body, headers, userAgent }: FetchParams) => {
    const { bytes } = await egress.fetchUrl(url, {
      signal,
      accepts: "anything",
      maxBytes: MAX_PAGE_BYTES,
      headers: { ...headers, cookie: CONSENT, ...(userAgent && { "user-agent": userAgent }) },
      ...(method === "POST" && { body: { text: body ?? "", mediaType: "application/json" } }),
    });
    return new TextDecoder().decode(bytes ?? undefined);
  };

  return {
    async videoFetch(request: FetchParams): Promise<Response> {
      const page = await send(request);
      if (/class="g-recaptcha"|\/sorry\/index/.test(page)) throw takenForRobot();
      return new Response(page);
    },
    async playerFetch(request: FetchParams): Promise<object> {
      const reply: unknown = JSON.parse(await send(request));
      if (typeof reply !== "object" || reply === null) throw upstreamChanged();
      return reply;
    },
    /** The service answers programs that it does not trust with an empty body. */
    async transcriptFetch(request: FetchParams): Promise<Response> {
      if (!OWN_HOST.test(new URL(request.url).hostname)) throw upstreamChanged();
      const body = await send(request);
      if (body.trim() === "") throw upstreamChanged();
      return new Response(body);
    },
  };
}
