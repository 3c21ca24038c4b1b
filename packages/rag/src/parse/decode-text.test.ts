import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText } from "./decode-text.ts";

const english = "The café opens at nine — bring your own cup, “please”.";
const japanese =
  "下人は、大きなくさめをして、それから、大儀そうに立ち上がった。夕冷えのする京都は、もう火桶が欲しいほどの寒さである。";
const korean =
  "나 보기가 역겨워 가실 때에는 말없이 고이 보내 드리오리다. 영변에 약산 진달래꽃 아름 따다 가실 길에 뿌리오리다.";
const chinese = "學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？人不知而不慍，不亦君子乎？";
const simplified = "学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？";
const russian =
  "Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему.";

describe("decodeText", () => {
  test.each([
    ["utf8", english],
    ["utf16le", english],
    ["utf16be", english],
    ["windows-1252", english],
    ["shift_jis", japanese],
    ["euc-jp", japanese],
    ["euc-kr", korean],
    ["big5", chinese],
    ["gb18030", simplified],
    ["windows-1251", russian],
    ["koi8-r", russian],
  ])("knows %s by its bytes, without a mark", (encoding, text) => {
    const long = `${text}\n`.repeat(4);
    expect(decodeText(iconv.encode(long, encoding, { addBOM: false }))).toBe(long);
  });

  test.each(["utf8", "utf16le", "utf16be"])("takes the byte order mark of %s off", (encoding) => {
    expect(decodeText(iconv.encode(english, encoding, { addBOM: true }))).toBe(english);
  });

  test("trusts a declared label over statistics, but not over valid UTF-8", () => {
    expect(decodeText(iconv.encode("Škoda žlutá", "windows-1250"), "windows-1250")).toBe(
      "Škoda žlutá",
    );
    expect(decodeText(Buffer.from("Škoda žlutá"), "windows-1250")).toBe("Škoda žlutá");
    expect(decodeText(iconv.encode("naïve café", "windows-1252"), "no-such-label")).toBe(
      "naïve café",
    );
  });

  test("reads on over a few broken bytes in UTF-8", () => {
    const text = "Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ".repeat(50);
    const broken = Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]);
    expect(decodeText(broken)).toBe(`${text}\uFFFD`);
  });
});
