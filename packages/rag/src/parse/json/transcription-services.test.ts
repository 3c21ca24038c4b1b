import { expect, test } from "vitest";
import { parseJson } from "./parse-json.ts";

const said = ["Welcome to the show.", "Thanks, it is a pleasure."];
const words = said.map((line, turn) =>
  line.split(" ").map((word, at) => ({ word, from: turn * 5 + at * 0.3, speaker: turn })),
);

/** Each paragraph after the second it begins at. */
function spoken(value: unknown): string[] {
  const { text, blocks } = parseJson(Buffer.from(JSON.stringify(value)));
  return blocks.map(({ start, end, startSeconds }) => `${startSeconds} ${text.slice(start, end)}`);
}

test.each<[string, unknown, boolean]>([
  [
    "YouTube's own captions",
    {
      wireMagic: "pb3",
      pens: [{}],
      events: [
        { tStartMs: 0, dDurationMs: 9_000, id: 1 },
        ...words.flatMap((line, turn) => [
          {
            tStartMs: turn * 5_000,
            dDurationMs: 4_000,
            segs: line.map(({ word }, at) => ({
              utf8: at ? ` ${word}` : word,
              tOffsetMs: at * 300,
            })),
          },
          { tStartMs: turn * 5_000 + 4_000, aAppend: 1, segs: [{ utf8: "\n" }] },
        ]),
      ],
    },
    false,
  ],
  [
    "Google, whose times are those of the words",
    {
      results: said.map((transcript, turn) => ({
        alternatives: [
          {
            transcript,
            words: words[turn]!.map(({ word, from, speaker }) => ({
              word,
              startTime: `${from}s`,
              endTime: `${from + 0.2}s`,
              speakerTag: speaker,
            })),
          },
        ],
      })),
    },
    true,
  ],
  [
    "Deepgram, whose one alternative is the whole recording",
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                transcript: said.join(" "),
                words: words.flat().map(({ word, from, speaker }) => ({
                  punctuated_word: word,
                  start: from,
                  end: from + 0.2,
                  speaker,
                })),
              },
            ],
          },
        ],
      },
    },
    true,
  ],
  [
    "Amazon, which lists speakers by the moments of their words",
    {
      results: {
        transcripts: [{ transcript: said.join(" ") }],
        speaker_labels: {
          segments: [0, 1].map((turn) => ({
            items: words[turn]!.map(({ from }) => ({
              start_time: String(from),
              speaker_label: `Speaker ${turn}`,
            })),
          })),
        },
        items: words.flat().map(({ word, from }) => ({
          type: "pronunciation",
          start_time: String(from),
          end_time: String(from + 0.2),
          alternatives: [{ content: word }],
        })),
      },
    },
    true,
  ],
  [
    "Speechmatics, which keeps speakers with the alternatives",
    {
      results: words.flat().map(({ word, from, speaker }) => ({
        type: "word",
        start_time: from,
        end_time: from + 0.2,
        alternatives: [{ content: word, speaker: `Speaker ${speaker}` }],
      })),
    },
    true,
  ],
])("%s", (_, value, hasSpeakers) => {
  const name = (turn: number) => (hasSpeakers ? `Speaker ${turn}: ` : "");
  expect(spoken(value)).toEqual([`0 ${name(0)}${said[0]}`, `5 ${name(1)}${said[1]}`]);
});

test("a notebook of the older format has its cells in worksheets", () => {
  const cells = [
    { cell_type: "heading", level: 2, source: ["Method"] },
    {
      cell_type: "code",
      input: ["a = 1"],
      outputs: [
        { output_type: "stream", text: ["one"] },
        {
          output_type: "display_data",
          data: { "text/plain": ["<Figure size 640x480 with 1 Axes>"] },
        },
      ],
    },
  ];
  const { text, blocks } = parseJson(
    Buffer.from(JSON.stringify({ nbformat: 3, metadata: {}, worksheets: [{ cells }] })),
  );
  expect(text).toBe("Method\n\na = 1\n\none");
  expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "code", "code"]);
});

test("speakers that are numbered have the names that are listed for them", () => {
  const monologue = (speaker: number, value: string, ts: number) => ({
    speaker,
    elements: [
      { type: "text", value, ts, end_ts: ts + 1 },
      { type: "punct", value: "." },
    ],
  });
  const source = {
    speakers: [
      { id: 0, name: "Ann Lee" },
      { id: 1, name: "" },
    ],
    monologues: [monologue(0, "Welcome", 0), monologue(1, "Thanks", 5)],
  };
  expect(spoken(source)).toEqual(["0 Ann Lee: Welcome.", "5 Speaker 1: Thanks."]);
  const teams = [
    { text: "Welcome.", speakerDisplayName: "Ann", startOffset: "00:00:00.5000000" },
    { text: "Thanks.", speakerDisplayName: "Bob", startOffset: "00:00:05" },
  ];
  expect(spoken({ entries: teams })).toEqual(["0.5 Ann: Welcome.", "5 Bob: Thanks."]);
});

test("a small object is a line of what holds it, and those of a list stand by themselves", () => {
  const value = [
    { name: "Lamp", price: { amount: 12.5, currency: "EUR" }, stock: null },
    { name: "Rope", price: { amount: 3, currency: "EUR" } },
  ];
  const { text } = parseJson(Buffer.from(JSON.stringify({ products: value })));
  expect(text).toBe(
    "products\n\nname: Lamp\nprice: amount 12.5, currency EUR\nstock: null\n\nname: Rope\nprice: amount 3, currency EUR",
  );
});

test("the sentences of Fireflies are turns", () => {
  const sentences = said.map((sentence, at) => ({
    sentence,
    startTime: `00:0${at * 5}`,
    endTime: `00:0${at * 5 + 4}`,
    speaker_name: ["Ann", "Ben"][at],
    speaker_id: at,
    "AI Meta": {},
  }));
  expect(spoken(sentences)).toEqual([`0 Ann: ${said[0]}`, `5 Ben: ${said[1]}`]);
});
