import { expect, test } from "vitest";
import { createUploads } from "./uploads.ts";

const file = (name: string) => new File(["words"], name);
const source = { id: "s", title: "S", status: "processing", jobId: null };

async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

test("sends three at once, and the next when one is done", async () => {
  const waiting: (() => void)[] = [];
  let sent = 0;
  const uploads = createUploads({
    send: () => new Promise((resolve) => waiting.push(() => resolve(source))),
    onSent: () => {
      sent += 1;
    },
  });
  uploads.add("twin", ["a", "b", "c", "d"].map(file));
  expect(uploads.read().map(({ state }) => state)).toEqual([
    "sending",
    "sending",
    "sending",
    "waiting",
  ]);
  waiting[0]?.();
  await settle();
  expect(uploads.read().map(({ state }) => state)).toEqual([
    "sent",
    "sending",
    "sending",
    "sending",
  ]);
  expect(sent).toBe(1);
});

test("keeps a refused file in sight with its failure, and goes on", async () => {
  const failure = new Error("too large");
  const uploads = createUploads({
    send: async ({ file: { name } }) => {
      if (name === "bad") throw failure;
      return source;
    },
    onSent: () => undefined,
  });
  uploads.add("twin", [file("bad"), file("good")]);
  await settle();
  expect(uploads.read()).toMatchObject([{ state: "refused", failure }, { state: "sent" }]);
});

test("a dismissed file stops being sent and leaves no trace", async () => {
  let stopped = false;
  const uploads = createUploads({
    send: ({ signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener("abort", () => {
          stopped = true;
          reject(new Error("stopped"));
        });
      }),
    onSent: () => undefined,
  });
  uploads.add("twin", [file("a")]);
  uploads.dismiss(uploads.read()[0]?.id ?? "");
  await settle();
  expect(stopped).toBe(true);
  expect(uploads.read()).toEqual([]);
});

test("sends a refused file again when told to", async () => {
  let isAway = true;
  const uploads = createUploads({
    send: async () => {
      if (isAway) throw new Error("away");
      return source;
    },
    onSent: () => undefined,
  });
  uploads.add("twin", [file("a")]);
  await settle();
  isAway = false;
  const [refused] = uploads.read();
  expect(refused?.state).toBe("refused");
  uploads.retry(refused?.id ?? "");
  await settle();
  expect(uploads.read()).toMatchObject([{ state: "sent", failure: undefined, source }]);
});
