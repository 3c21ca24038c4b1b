import { buffer } from "node:stream/consumers";
import iconv from "iconv-lite";
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

describe("the names of members", () => {
  const named = (encoding: string, ...names: string[]) => {
    // Names of as many bytes, so that each can be put in the place of one.
    const written = names.map((name) => iconv.encode(name, encoding));
    const marks = written.map((bytes, index) => String(index).padEnd(bytes.length, "_"));
    let zip = makeZip(marks.map((name) => part(name))).toString("latin1");
    for (const [index, mark] of marks.entries())
      zip = zip.replaceAll(mark, written[index]!.toString("latin1"));
    return listMembers(Buffer.from(zip, "latin1")).map(({ path }) => path);
  };

  test.each([
    ["cp932", "資料/会議メモ.txt", "報告書.txt"],
    ["gbk", "资料/会议记录.txt", "读我.txt"],
    ["cp949", "회의록.txt", "보고서.txt"],
    ["cp866", "Отчёт.txt", "Документы/Письмо.txt"],
    ["windows-1251", "Отчёт.txt", "Документы/Письмо.txt"],
    ["cp437", "Müller.txt", "Größe.txt"],
    ["utf-8", "Müller.txt", "日本語.txt"],
  ])("are read as %s has them", (encoding, ...names) => {
    expect(named(encoding, ...names)).toEqual(names);
  });
});

test("an archive that counts in eight bytes throughout is read like others", async () => {
  const large = (...numbers: number[]) => {
    const bytes = Buffer.alloc(numbers.length * 8);
    for (const [index, number] of numbers.entries())
      bytes.writeBigUInt64LE(BigInt(number), index * 8);
    return bytes;
  };
  const small = makeZip([part("a.txt", "words")]);
  const start = small.readUInt32LE(small.length - 6);
  const entry = Buffer.from(small.subarray(start, small.length - 22));
  const sizes = large(entry.readUInt32LE(24), entry.readUInt32LE(20), entry.readUInt32LE(42));
  for (const place of [20, 24, 42]) entry.writeUInt32LE(0xffffffff, place);
  entry.writeUInt16LE(4 + sizes.length, 30);
  const directory = Buffer.concat([entry, Buffer.from([1, 0, sizes.length, 0]), sizes]);
  const record = Buffer.concat([
    Buffer.from("504b06062c000000000000002d002d000000000000000000", "hex"),
    large(1, 1, directory.length, start),
  ]);
  const locator = Buffer.concat([
    Buffer.from("504b060700000000", "hex"),
    large(start + directory.length),
    Buffer.from([1, 0, 0, 0]),
  ]);
  const end = Buffer.concat([
    Buffer.from("504b050600000000", "hex"),
    Buffer.alloc(12, 0xff),
    Buffer.alloc(2),
  ]);
  const zip = Buffer.concat([small.subarray(0, start), directory, record, locator, end]);
  expect((await buffer(openMember(zip, listMembers(zip)[0]!.entry))).toString()).toBe("words");
});
