import { describe, expect, test } from "vitest";
import { readVideoAddress, writeVideoAddress } from "./video-address.ts";

const ID = "dQw4w9WgXcQ";

describe("the address of a video", () => {
  test.each([
    `https://www.youtube.com/watch?v=${ID}`,
    `http://youtube.com/watch?feature=share&v=${ID}&t=42s#comments`,
    `youtube.com/watch?v=${ID}&list=PL1&index=2`,
    `https://m.youtube.com/watch?v=${ID}`,
    `https://music.youtube.com/watch?v=${ID}`,
    `https://youtu.be/${ID}?si=abc&t=10`,
    `youtu.be/${ID}`,
    `https://www.youtube.com/shorts/${ID}`,
    `https://www.youtube.com/embed/${ID}?start=4`,
    `https://www.youtube-nocookie.com/embed/${ID}`,
    `https://www.youtube.com/live/${ID}?feature=share`,
    `https://www.youtube.com/v/${ID}`,
    `https://WWW.YouTube.com/watch/${ID}`,
  ])("is read from %s", (address) => {
    expect(readVideoAddress(address)).toEqual({ videoId: ID });
  });

  test.each([
    "https://www.youtube.com/@channel",
    "https://www.youtube.com/playlist?list=PL1",
    "https://www.youtube.com/watch?v=short",
    `https://www.youtube.com.evil.example/watch?v=${ID}`,
    `https://evil.example/watch?v=${ID}`,
    `https://evil.example/youtu.be/${ID}`,
    `javascript:alert("youtu.be/${ID}")`,
    "not an address",
    "",
  ])("is not %s", (address) => {
    expect(readVideoAddress(address)).toBeUndefined();
  });

  test("carries the language that was asked for", () => {
    const video = { videoId: ID, language: "pt-BR" };
    expect(readVideoAddress(writeVideoAddress(video))).toEqual(video);
    expect(readVideoAddress(`https://youtu.be/${ID}?cc_lang_pref=<script>`)).toEqual({
      videoId: ID,
    });
  });
});
