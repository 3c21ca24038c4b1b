import { expect, test } from "vitest";
import { demoPicture } from "../demo/demo-picture.ts";
import { MAX_PICTURE_BYTES, Picture } from "./picture.ts";

const PNG = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

const urlOf = (type: string, bytes: Buffer) =>
  `data:image/${type};base64,${bytes.toString("base64")}`;

/** The given beginning, and nothing more, up to a size. */
function filled(beginning: Buffer, byteSize: number): Buffer {
  return Buffer.concat([beginning, Buffer.alloc(byteSize - beginning.length)]);
}

function refusalOf(url: string): unknown {
  const [issue] = Picture.safeParse(url).error?.issues ?? [];
  return issue?.code === "custom" ? issue.params?.reason : issue;
}

test("a picture is taken whose bytes are what it says, up to 24 kB", () => {
  const whole = MAX_PICTURE_BYTES;
  const taken = [
    demoPicture,
    urlOf("png", filled(PNG, 100)),
    urlOf("jpeg", filled(JPEG, 101)),
    urlOf("jpeg", filled(JPEG, 102)),
    ...[urlOf("png", filled(PNG, whole)), urlOf("jpeg", filled(JPEG, whole))],
  ];
  expect(taken.map(refusalOf)).toEqual(taken.map(() => undefined));
});

test("one byte more is too many", () => {
  for (const [type, beginning] of [["png", PNG] as const, ["jpeg", JPEG] as const]) {
    const url = urlOf(type, filled(beginning, MAX_PICTURE_BYTES + 1));
    expect(refusalOf(url)).toBe("twin.picture_too_large");
  }
});

test.each([
  ["an address elsewhere", "https://example.com/face.png"],
  ["a drawing that may hold more", urlOf("svg+xml", Buffer.from("<svg/>"))],
  ["another type's bytes", urlOf("png", filled(JPEG, 100))],
  ["a page", urlOf("webp", Buffer.from("<script>alert(1)</script>"))],
  ["half a beginning", urlOf("webp", Buffer.from("RIFF\0\0\0\0WAVEfmt ", "latin1"))],
  ["bytes that are not in base64", "data:image/png,%89PNG"],
  ["base64 that is cut off", urlOf("png", filled(PNG, 100)).slice(0, -1)],
  ["more than a data URL", `${urlOf("png", filled(PNG, 99))}" onerror="alert(1)`],
  ["a data URL with parameters", urlOf("png;charset=utf-8", filled(PNG, 99))],
  ["nothing", ""],
])("%s is no picture", (_, url) => {
  expect(refusalOf(url)).toBe("twin.picture_unreadable");
});
