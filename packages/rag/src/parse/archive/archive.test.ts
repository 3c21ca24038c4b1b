import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { makeZip } from "../fixtures/make-zip.ts";
import { isArchive, listMembers } from "./list-members.ts";
import { openMember } from "./open-member.ts";

const part = (name: string, content = "words") => ({ name, content });

describe("the members of an archive", () => {
  test("are its files, each with the reason why it is not opened", () => {
    const zip = makeZip([
      part("notes/"),
      part("notes/a.md"),
      part("..\\..\\etc\\passwd"),
      part("/etc/shadow"),
      part("C:\\boot.txt"),
      part("a/./b.txt"),
      part("__MACOSX/._a.md"),
      part("inner.zip"),
      part("photo.JPG"),
      part("blank.txt", ""),
    ]);
    expect(listMembers(zip).map(({ path, refusal }) => [path, refusal])).toEqual([
      ["notes/a.md", undefined],
      ["../../etc/passwd", "unsafe_path"],
      ["/etc/shadow", "unsafe_path"],
      ["C:/boot.txt", "unsafe_path"],
      ["a/./b.txt", "unsafe_path"],
      ["__MACOSX/._a.md", "hidden"],
      ["inner.zip", "nested_archive"],
      ["photo.JPG", "not_text"],
      ["blank.txt", "empty"],
    ]);
  });

  test("are those of files only: a document that is a zip is no archive", () => {
    expect(isArchive(makeZip([part("word/document.xml")]))).toBe(false);
    expect(isArchive(Buffer.from("PKZIP is a program."))).toBe(false);
    expect(isArchive(makeZip([part("a.txt")]))).toBe(true);
  });

  test.each([
    ["too many", Array.from({ length: 10_001 }, (_, i) => part(`${i}.txt`))],
    [
      "too much",
      Array.from({ length: 6 }, (_, i) => ({ ...part(`${i}.txt`), claimedBytes: 99_000_000 })),
    ],
  ])("that are %s are refused before one is opened", (_, parts) => {
    expect(() => listMembers(makeZip(parts))).toThrow("far more than it should");
  });
});

describe("a member", () => {
  const read = (zip: Buffer) => buffer(openMember(zip, listMembers(zip)[0]!.entry));

  test("comes out as it went in, piece by piece", async () => {
    const content = Buffer.alloc(300_000, "the words of a long file ");
    expect(await read(makeZip([{ name: "a.txt", content }]))).toEqual(content);
  });

  test("that is larger than the directory says fails, and so does a damaged one", async () => {
    const lie = makeZip([{ name: "a.txt", content: "x".repeat(1_000_000), claimedBytes: 1_000 }]);
    await expect(read(lie)).rejects.toMatchObject({ reason: "source.corrupt" });
    const damaged = makeZip([part("a.txt", "words that will not arrive")]);
    damaged[40] = damaged[40]! ^ 0xff;
    await expect(read(damaged)).rejects.toMatchObject({ reason: "source.corrupt" });
  });
});
