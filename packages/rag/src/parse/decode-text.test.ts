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

const spoken: Record<string, string> = {
  German: "Zwölf Boxkämpfer jagen Viktor quer über die große Straße nach Köln.",
  French: "Le cœur a ses raisons ; l’été dernier, nous étions à la plage près de Nîmes.",
  Polish: "Zażółć gęślą jaźń. Książka leży na stole w kuchni.",
  Czech: "Příliš žluťoučký kůň úpěl ďábelské ódy.",
  Hungarian: "Árvíztűrő tükörfúrógép, őszintén szólva nehéz is.",
  Turkish: "Bütün insanlar hür ve eşit doğarlar. Şişli'de güneş ışığı çok güzel.",
  Ukrainian: "Україна має багату історію і культуру, її мова співуча.",
  Russian: russian,
  Hebrew: "כל בני אדם נולדו בני חורין ושווים בערכם ובזכויותיהם.",
  Thai: "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ",
  Japanese: japanese,
  Korean: korean,
  Chinese: simplified,
};
const wraps: Record<string, (text: string) => string> = {
  "few words": (text) => text,
  CSV: (text) => `id,name\n1,"${text}"\n2,plain\n`,
  "a page": (text) => `<html><body><h1>Title</h1><p class="x">${text}</p></body></html>`,
  "a subtitle": (text) => `1\r\n00:00:01,000 --> 00:00:04,000\r\n${text}\r\n`,
  "English notes": (text) => `# Notes\n\nMany plain words come first, as they do.\n\n${text}\n`,
};

describe("decodeText", () => {
  test.each([
    ["German", "windows-1252"],
    ["German", "macintosh"],
    ["German", "cp850"],
    ["French", "windows-1252"],
    ["Polish", "windows-1250"],
    ["Polish", "iso-8859-2"],
    ["Czech", "iso-8859-2"],
    ["Hungarian", "windows-1250"],
    ["Turkish", "windows-1254"],
    ["Ukrainian", "koi8-u"],
    ["Russian", "windows-1251"],
    ["Russian", "cp866"],
    ["Thai", "windows-874"],
    ["Japanese", "shift_jis"],
    ["Japanese", "utf-16le"],
    ["Korean", "utf-16be"],
    ["Chinese", "gb18030"],
    ["Chinese", "utf-16le"],
  ])("knows %s in %s however little there is of it", (language, encoding) => {
    for (const [name, wrap] of Object.entries(wraps)) {
      const text = wrap(spoken[language]!);
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      expect([name, decodeText(bytes)]).toEqual([name, text]);
    }
  });

  test("follows the shifts of ISO-2022-KR and HZ, and of UTF-7 where that is said", () => {
    const decode = (base64: string, declared?: string) =>
      decodeText(Buffer.from(base64, "base64"), declared);
    expect(
      decode("GyQpQw5HUTE5Pm43Tg8gDj40DyAOMVtAVDRPNFkPLiBPcGVuIGF0IG5pbmUuCg41UUIwDyAOQVkPLg=="),
    ).toBe("한국어로 쓴 글입니다. Open at nine.\n둘째 줄.");
    expect(
      decode("fntTKlI1SjE8ZCM6VGdJTz5FNWMhI359T3BlbiBhdCBuaW5lLgp+ezVaNn5QUH59IH5+IH57PWFKeH59"),
    ).toBe("营业时间：早上九点。Open at nine.\n第二行 ~ 结束");
    const seven = Buffer.from("Caf+AOk- +- more").toString("base64");
    expect(decode(seven, "utf-7")).toBe("Café + more");
    expect(decode(seven)).toBe("Caf+AOk- +- more");
    expect(decodeText(Buffer.from("if a ~{b} then ~{name~}"))).toBe("if a ~{b} then ~{name~}");
  });

  test("does not take Hebrew for Cyrillic, and follows the shifts of ISO-2022-JP", () => {
    expect(decodeText(iconv.encode(spoken.Hebrew!, "windows-1255"))).toBe(spoken.Hebrew);
    expect(decodeText(Buffer.from("\x1B$B%3%s%K%A%O\x1B(B hello"))).toBe("コンニチハ hello");
  });

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

test("reads UTF-32 by its mark, and tells the letters of the Macintosh from those of Windows", () => {
  expect(decodeText(iconv.encode(english, "utf-32le", { addBOM: true }))).toBe(english);
  expect(decodeText(iconv.encode(english, "utf-32be", { addBOM: true }))).toBe(english);
  const yard = "Часы работы музея: с девяти до пяти. Для гостей вход льготный.";
  for (const encoding of ["maccyrillic", "windows-1251"])
    expect(decodeText(iconv.encode(yard, encoding))).toBe(yard);
});

test("a few words of Japanese in Shift JIS are no Cyrillic", () => {
  const table = "名前,年齢,住所\r\n佐藤太郎,30,東京\r\n三木英子,25,大阪\r\n";
  expect(decodeText(iconv.encode(table, "cp932"))).toBe(table);
});

test("Mac Roman has the euro where it is the letters' only company", () => {
  // Python's and macOS's own table (1998): 0xDB is the euro, 0xD5 the apostrophe, 0xCF the ligature.
  const bytes = Buffer.from("Le tarif est de 120 \xDB ; l\xD5\xCFuvre co\x9Ete 5 \xDB.", "latin1");
  expect(decodeText(bytes)).toBe("Le tarif est de 120 € ; l’œuvre coûte 5 €.");
});

test.each([
  ["windows-874", "คู่มือปั๊มน้ำ ต้องหล่อลื่นปีละสองครั้ง ห้ามเดินเครื่องโดยไม่มีน้ำ"],
  ["gb18030", "使用说明：启动水泵之前，请检查水位。水泵每年润滑两次。"],
  ["windows-1251", "Инструкция по эксплуатации насоса. Насос следует смазывать два раза в год."],
  ["cp855", "Инструкция по эксплуатации насоса. Насос следует смазывать два раза в год."],
  [
    "cp852",
    "Podręcznik pompy: smaruj pompę dwa razy w roku i nie włączaj jej bez wody, bo się zatrze.",
  ],
  [
    "cp857",
    "Pompa kılavuzu: pompayı yılda iki kez yağlayın, susuz çalıştırmayın. İçindekiler şöyle.",
  ],
  ["utf-32le", "Pump – naïve 水 насос."],
  ["utf-32be", "Pump – naïve 水 насос."],
])("reads a manual in %s", (encoding, text) => {
  const bytes = iconv.encode(`${text}\n${text}\n`, encoding, { addBOM: false });
  expect(decodeText(bytes)).toBe(`${text}\n${text}\n`);
});
