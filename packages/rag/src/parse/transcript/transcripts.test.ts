import { describe, expect, test } from "vitest";
import { parseBytes } from "../parse-bytes.ts";

/** Each paragraph with the second it begins at. */
async function spoken(source: unknown, fileName: string): Promise<string[]> {
  const text = typeof source === "string" ? source : JSON.stringify(source);
  const document = await parseBytes(Buffer.from(text), { fileName });
  return document.blocks.map(
    ({ start, end, startSeconds }) => `${startSeconds ?? "-"} ${document.text.slice(start, end)}`,
  );
}

const conversation = ["1 Ann: Let us begin.", "3.5 Bob: Fine."];

describe("a transcript", () => {
  test.each<[string, unknown]>([
    [
      "voices.vtt",
      "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann>Let us begin.\n\n00:03.500 --> 00:04.000\n<v Bob>Fine.\n",
    ],
    [
      "zoom.json",
      {
        timeline: [
          { ts: "00:00:01.000", users: [{ username: "Ann" }], text: "Let us begin." },
          { ts: "00:00:03.500", users: [{ username: "Bob" }], text: "Fine." },
        ],
      },
    ],
    [
      "otter.json",
      {
        speech: {
          transcripts: [
            {
              speaker_name: "Ann",
              transcript: "Let us begin.",
              start_offset: 16_000,
              end_offset: 32_000,
            },
            { speaker_name: "Bob", transcript: "Fine.", start_offset: 56_000, end_offset: 64_000 },
          ],
        },
      },
    ],
    [
      "assemblyai.json",
      {
        words: [{ text: "Let", start: 1_000, end: 1_200, speaker: "Ann" }],
        utterances: [
          { speaker: "Ann", text: "Let us begin.", start: 1_000, end: 2_000, words: [] },
          { speaker: "Bob", text: "Fine.", start: 3_500, end: 4_000, words: [] },
        ],
      },
    ],
    [
      "deepgram.json",
      {
        results: {
          utterances: [
            { speaker: "Ann", transcript: "Let us begin.", start: 1, end: 2 },
            { speaker: "Bob", transcript: "Fine.", start: 3.5, end: 4 },
          ],
          channels: [
            { alternatives: [{ transcript: "let us begin fine", words: [{ word: "let" }] }] },
          ],
        },
      },
    ],
    [
      "rev.json",
      {
        monologues: [
          {
            speaker: "Ann",
            elements: [
              { type: "text", value: "Let us begin", ts: 1, end_ts: 2 },
              { type: "punct", value: "." },
            ],
          },
          { speaker: "Bob", elements: [{ type: "text", value: "Fine.", ts: 3.5 }] },
        ],
      },
    ],
    [
      "list.json",
      [
        { speaker: "Ann", text: "Let us begin.", start: 1 },
        { speaker: { name: "Bob" }, text: "Fine.", start: "00:00:03.5" },
      ],
    ],
    [
      "lines.txt",
      "[0:00:01] Ann: Let us begin.\n[0:00:03.5] Bob: Fine.\n[00:05] Ann: So.\n[00:07] Bob: Yes.\n",
    ],
  ])("is understood as %s has it", async (name, source) => {
    const lines = await spoken(source, name);
    const expected = name === "lines.txt" ? ["1 Ann: Let us begin.", "3 Bob: Fine."] : conversation;
    expect(lines.slice(0, 2)).toEqual(expected);
  });

  test("of a recognizer keeps its times, and words become sentences", async () => {
    const segments = [
      { id: 0, start: 0, end: 2.5, text: " Hello there.", tokens: [1], temperature: 0 },
      { id: 1, start: 9, end: 10, text: " Again.", tokens: [2] },
    ];
    expect(
      await spoken({ text: "Hello there. Again.", segments, language: "en" }, "w.json"),
    ).toEqual(["0 Hello there.", "9 Again."]);
    const words = ["We", "open", "at", "nine.", "Come", "in."].map((text, i) => ({
      text,
      start: i * 300,
      end: i * 300 + 200,
    }));
    expect(await spoken({ words }, "words.json")).toEqual(["0 We open at nine.", "1.2 Come in."]);
  });

  test("that was copied from a player keeps what stands before and its times", async () => {
    const lines =
      "My talk\n0:00\nwelcome back\n0:04\ntoday we bake\n0:09\nbread\n1:02:05\nthe end\n";
    expect(await spoken(lines, "a.txt")).toEqual([
      "- My talk",
      "0 welcome back",
      "4 today we bake",
      "9 bread",
      "3725 the end",
    ]);
    const timetable = "09:00 Opening\n10:00 First talk\n11:30 Coffee\n12:00 Lunch\n";
    expect((await spoken(timetable, "a.txt")).join()).toContain("11:30 Coffee");
  });

  test("knows speakers by names that come back, and unnamed ones by their marks", async () => {
    const cue = (at: number, text: string) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}\n\n`;
    const vtt = `WEBVTT - My talk\n\n${cue(1, "Ann Lee: One.")}${cue(2, "Ann Lee: Two.")}${cue(3, "Bob: Note: three.")}${cue(4, "Bob: Four.")}`;
    expect(await spoken(vtt, "a.vtt")).toEqual([
      "1 Ann Lee: One.",
      "2 Two.",
      "3 Bob: Note: three.",
      "4 Four.",
    ]);
    const srt =
      "1\n00:00:01,000 --> 00:00:02,000\n>> I&#39;m here.\n2\n00:00:02,000 --> 00:00:03,000\n>> {\\an8}And <i>you</i>?\n";
    expect(await spoken(srt, "a.srt")).toEqual(["1 I'm here.", "2 And you?"]);
  });

  test("knows who spoke once where it names everyone else", async () => {
    const cue = (at: number, text: string) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}\n\n`;
    const vtt = `WEBVTT\n\n${cue(1, "Ann: One.")}${cue(2, "Ann: Two.")}${cue(3, "Bob: Three.")}`;
    expect(await spoken(vtt, "a.vtt")).toEqual(["1 Ann: One.", "2 Two.", "3 Bob: Three."]);
  });

  test.each([
    [
      "TTML",
      '<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml"><body><p begin="00:00:01.500" end="00:00:02.000">Hello<br/>there</p><p begin="9s" end="10s">Bye</p></body></tt>',
    ],
    [
      "YouTube's timed text",
      '<timedtext format="3"><body><p t="1500" d="500"><s>Hello</s><s t="9"> there</s></p><p t="9000" d="1000">Bye</p></body></timedtext>',
    ],
  ])("may be %s", async (_, xml) => {
    expect(await spoken(xml, "a.xml")).toEqual(["1.5 Hello there", "9 Bye"]);
  });

  test("that rolls up says each line once", async () => {
    const vtt =
      "WEBVTT\n\n00:00.000 --> 00:02.000\n \nhello<00:00.500><c> all</c>\n\n00:02.000 --> 00:02.010\nhello all\n \n\n00:02.010 --> 00:04.000\nhello all\nand<00:03.000><c> you</c>\n";
    expect(await spoken(vtt, "a.vtt")).toEqual(["0 hello all", "2.01 and you"]);
  });

  test("is not made of lists that say more than what is spoken", async () => {
    const events = [
      { time: "09:00", text: "Opening", place: "Great hall of the city" },
      { time: "10:00", text: "Talk", place: "Small room upstairs" },
    ];
    expect((await spoken(events, "a.json")).join()).toContain("Great hall");
  });
});

test("two people in one cue are two turns, and the reading of a character is left out", async () => {
  const srt =
    "1\n00:00:01,000 --> 00:00:03,000\n- Thank you.\n- No problem,\nreally.\n\n2\n00:00:04,000 --> 00:00:05,000\n<ruby>漢<rt>kan</rt></ruby>\n";
  expect(await spoken(srt, "a.srt")).toEqual(["1 Thank you.", "1 No problem, really.", "4 漢"]);
});

test("who speaks once, or with a company's name, is not taken for the last one who spoke", async () => {
  const cues = [
    "Anna Lee: Good morning.",
    "Ben O'Neil (Acme): Hi. The ratio is 3:1.",
    "Well.",
    "Anna Lee: Note: read it.",
  ];
  const source = cues
    .map((text, at) => `00:0${at}.000 --> 00:0${at + 1}.000\n${text}\n`)
    .join("\n");
  const { blocks } = await parseBytes(Buffer.from(`WEBVTT\n\n${source}`), { fileName: "a.vtt" });
  expect(blocks.map(({ speaker }) => speaker)).toEqual([
    "Anna Lee",
    "Ben O'Neil (Acme)",
    "Ben O'Neil (Acme)",
    "Anna Lee",
  ]);
});

test.each([
  ["tags", "<".repeat(400_000)],
  ["overrides", "{\\".repeat(200_000)],
  ["voices", "<v ".repeat(140_000)],
  ["readings", "<rt>".repeat(100_000)],
  ["space before a name", `<v${" ".repeat(400_000)}`],
])("that opens many %s and closes none is read like any other", async (_, openings) => {
  const cues = `WEBVTT\n\n00:01.000 --> 00:03.000\n${openings}x\n\n00:03.500 --> 00:04.000\n<v Bob>Fine.\n`;
  expect(await spoken(cues, "openings.vtt")).toContain("3.5 Bob: Fine.");
});
