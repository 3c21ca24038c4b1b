import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../kernel/context.ts";
import { searchKnowledge } from "../../knowledge/search-knowledge.ts";
import { openTestWorld, type TestTenant, type TestWorld } from "../../testing/open-test-world.ts";
import { createTwin } from "../../twin/create-twin.ts";
import { addUrl } from "../add-url.ts";
import { resyncSource } from "../resync-source.ts";
import { getSource } from "../sources.ts";
import { addYoutube } from "./add-youtube.ts";
import { preflightYoutube } from "./preflight-youtube.ts";
import {
  captionsOf,
  playerOf,
  RECORDED_PAGE,
  type RecordedVideo,
  startVideoSite,
  trackOf,
} from "./testing/start-video-site.ts";

const videos = new Map<string, RecordedVideo>();
let started: Awaited<ReturnType<typeof startVideoSite>>;
let world: TestWorld;
let tenant: TestTenant;
let owner: Context;
let twinId: string;

beforeAll(async () => {
  started = await startVideoSite(videos);
  world = await openTestWorld({ egress: started.egress });
  tenant = await world.newTenant();
  owner = tenant.as("owner");
  twinId = (await createTwin.run(owner, { name: "Viewer" })).id;
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await started.site[Symbol.asyncDispose]();
});

const bread: RecordedVideo = {
  player: playerOf("Bread & butter", [trackOf("de"), trackOf("en", true), trackOf("en")]),
  captions: {
    en: captionsOf([0.5, "Let the dough rest"], [3, "for ninety minutes, it&amp;#39;s worth it."]),
    de: captionsOf([0.5, "Der Teig ruht neunzig Minuten."]),
  },
};

/** Adds a video and gives what became of it. */
async function take(videoId: string, video: RecordedVideo, language?: string) {
  videos.set(videoId, video);
  const url = `https://youtu.be/${videoId}?t=9`;
  const { id } = await addYoutube.run(owner, { twinId, url, ...(language && { language }) });
  await world.runJobs(tenant);
  return getSource.run(owner, { sourceId: id });
}

describe("a video", () => {
  test("is a source by its captions, and a passage knows its second", async () => {
    const source = await take("breadbread1", bread);
    expect(source).toMatchObject({
      kind: "youtube",
      url: "https://www.youtube.com/watch?v=breadbread1",
      status: "live",
      title: "Bread & butter",
      mediaType: "text/vtt",
    });
    expect(started.posted.at(-1)).toBe("POST AIzaSyRecorded breadbread1");
    const query = "How long does the dough rest?";
    const { passages } = await searchKnowledge.run(owner, { twinId, query, limit: 1 });
    expect(passages[0]).toMatchObject({
      text: "Let the dough rest for ninety minutes, it's worth it.",
      locator: { startSeconds: 0.5, endSeconds: 5.5 },
    });
    const again = await addYoutube.run(owner, { twinId, url: source.url! });
    expect(again.duplicateOf).toBe(source.id);
    const asPage = await addUrl.run(owner, { twinId, url: "youtube.com/live/breadbread1" });
    expect(asPage.duplicateOf).toBe(source.id);
    await resyncSource.run(owner, { sourceId: source.id });
    await world.runJobs(tenant);
    expect(await getSource.run(owner, { sourceId: source.id })).toMatchObject({ status: "live" });
  });

  test("may be taken in another language, which is another source", async () => {
    const source = await take("breadbread1", bread, "de-AT");
    expect(source.url).toBe("https://www.youtube.com/watch?v=breadbread1&cc_lang_pref=de-AT");
    expect(source).toMatchObject({ status: "live", wordCount: 5 });
  });

  test("says before it is added what there is", async () => {
    videos.set("breadbread1", bread);
    expect(await preflightYoutube(owner, "youtube.com/shorts/breadbread1")).toEqual({
      url: "https://www.youtube.com/watch?v=breadbread1",
      title: "Bread & butter",
      durationSeconds: 63,
      captions: [
        { language: "de", automatic: false },
        { language: "en", automatic: true },
        { language: "en", automatic: false },
      ],
    });
    await expect(preflightYoutube(owner, "https://example.com/")).rejects.toMatchObject({
      reason: "source.invalid_url",
    });
  });

  const unplayable = (status: string, reason: string) => ({
    player: { playabilityStatus: { status, reason } },
  });

  test.each<[string, RecordedVideo, string]>([
    ["has no captions", { player: playerOf("Mute", []) }, "source.no_captions"],
    ["is private", unplayable("LOGIN_REQUIRED", "This is a private video."), "source.unavailable"],
    [
      "is for adults",
      unplayable("LOGIN_REQUIRED", "Sign in to confirm your age"),
      "source.unavailable",
    ],
    ["was removed", unplayable("ERROR", "This video is unavailable"), "source.unavailable"],
    [
      "is asked for by a robot",
      unplayable("LOGIN_REQUIRED", "Sign in to confirm you’re not a bot"),
      "source.rate_limited",
    ],
    ["is asked for too often", { pageStatus: 429 }, "source.rate_limited"],
    ["stands behind a puzzle", { page: '<form class="g-recaptcha">' }, "source.rate_limited"],
    ["stands on another page", { page: "<html>new</html>" }, "source.upstream_changed"],
    ["is told in another form", { player: { playability: "fine" } }, "source.upstream_changed"],
    ["is told in no form", { player: "<html>" }, "source.upstream_changed"],
    [
      "has captions that are kept back",
      { ...bread, captions: { en: "" } },
      "source.upstream_changed",
    ],
    [
      "has captions in another form",
      { ...bread, captions: { en: '<timedtext format="9"><z t="1">x</z></timedtext>' } },
      "source.upstream_changed",
    ],
    [
      "names captions elsewhere",
      {
        player: playerOf("x", [{ ...trackOf("en"), baseUrl: "http://169.254.169.254/latest" }]),
      },
      "source.upstream_changed",
    ],
  ])("that %s fails with a reason and a way on", async (name, video, reason) => {
    const videoId = Buffer.from(name).toString("base64url").slice(-11).padStart(11, "x");
    const { status, failure } = await take(videoId, { page: RECORDED_PAGE, ...video });
    expect({ status, reason: failure?.reason }).toEqual({ status: "failed", reason });
    expect(failure?.message).toMatch(/Paste the transcript as a note, or upload it/);
  });

  test("in a language that it does not have names those that it has", async () => {
    const { failure } = await take("breadbread1", bread, "fr");
    expect(failure).toMatchObject({
      reason: "source.no_captions",
      message: expect.stringContaining("captions in de, en, none in fr"),
    });
  });

  test("at an address that is none is refused at once, also for another tenant's twin", async () => {
    const elsewhere = "https://vimeo.com/1";
    await expect(addYoutube.run(owner, { twinId, url: elsewhere })).rejects.toMatchObject({
      reason: "source.invalid_url",
    });
    const stranger = (await world.newTenant()).as("owner");
    const url = "https://youtu.be/breadbread1";
    await expect(addYoutube.run(stranger, { twinId, url })).rejects.toMatchObject({
      reason: "twin.not_found",
    });
  });
});
