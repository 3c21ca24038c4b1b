import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseBytes } from "../parse-bytes.ts";
import { openCompoundFile } from "./compound-file.ts";

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url));

describe.each([
  ["locked.docx", "öpen sesame"],
  ["locked-2007.docx", "opensesame"],
  ["locked.odt", "opensesame"],
])("%s", (fileName, password) => {
  const bytes = fixture(fileName);

  test("is opened by its password and by no other", async () => {
    const { text } = await parseBytes(bytes, { fileName, password });
    expect(text).toBe("The tower opens at nine.");
    await expect(parseBytes(bytes, { fileName })).rejects.toMatchObject({
      reason: "source.encrypted",
      message: expect.stringContaining("Retry with its password"),
    });
    await expect(parseBytes(bytes, { fileName, password: "wrong" })).rejects.toMatchObject({
      reason: "source.encrypted",
      message: expect.stringContaining("does not open"),
    });
  });

  test("that is damaged fails for a reason of its own", async () => {
    for (const share of [0.2, 0.5, 0.8]) {
      const cut = bytes.subarray(0, Math.floor(bytes.length * share));
      await expect(parseBytes(cut, { fileName, password })).rejects.toMatchObject({
        reason: expect.stringMatching(/^source\./),
      });
    }
  });
});

test("a compound file whose sectors go round in a circle ends", () => {
  const bytes = fixture("locked-2007.docx");
  const fatAt = 512 + bytes.readUInt32LE(76) * 512;
  for (let at = 0; at < 128; at += 1) bytes.writeUInt32LE(at, fatAt + at * 4);
  expect(() => openCompoundFile(bytes)).toThrow("no end");
});
