import { expect, test } from "vitest";
import { timeCode } from "#lib/time-code.ts";
import { videoAddress } from "./video-address.ts";

test("a video is linked at its second, and only where that is known to work", () => {
  expect(videoAddress("https://www.youtube.com/watch?v=abc&t=5s", 83.9)).toBe(
    "https://www.youtube.com/watch?v=abc&t=83s",
  );
  expect(videoAddress("https://youtu.be/abc", 0)).toBe("https://youtu.be/abc?t=0s");
  expect(videoAddress("https://example.com/watch", 3)).toBeNull();
  expect(videoAddress("https://notyoutube.com/watch", 3)).toBeNull();
  expect(videoAddress("javascript:alert(1)//youtube.com", 3)).toBeNull();
  expect(videoAddress(null, 3)).toBeNull();
});

test("a moment reads as on a player", () => {
  expect([0, 7.9, 750, 3_725].map(timeCode)).toEqual(["0:00", "0:07", "12:30", "1:02:05"]);
});
