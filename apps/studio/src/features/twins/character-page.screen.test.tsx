import { fireEvent, screen, within } from "@testing-library/react";
import { NO_BOUNDARIES } from "@understudy/core/policy/contract";
import { expect, test, vi } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

const twin = {
  ...makeTwin(),
  headline: "",
  bio: "",
  avatarUrl: null,
  purpose: "",
  instructions: "",
  speakingStyle: "",
  answerLength: "medium" as const,
  strictness: "strict" as const,
  language: null,
  firstMessage: "",
  starterQuestions: [],
  noAnswerMessage: "",
  boundaries: NO_BOUNDARIES,
};

function openCharacter(served: { avatarUrl: string | null }) {
  const saved: unknown[] = [];
  let now = { ...twin, ...served };
  serveApi({
    "twin.list": () => pageOf(now),
    "twin.get": () => now,
    "job.list": () => pageOf(),
    "status.get": () => ({
      ready: true,
      dependencies: [{ name: "chat", state: "off", required: false }],
    }),
    "twin.update": (input: object) => {
      saved.push(input);
      now = { ...now, ...input, boundaries: now.boundaries };
      return now;
    },
  });
  return { person: openStudio(`/twins/${TWIN_ID}/character`), saved };
}

test("a rule is added and saved alone, and what does nothing without a model says so", async () => {
  const { person, saved } = openCharacter(twin);
  expect(await screen.findAllByText(/nothing now: no model is connected/)).toHaveLength(5);
  await person.click(screen.getByRole("button", { name: "Refuse a topic" }));
  const topic = within(screen.getByRole("group", { name: "Refused topic 1" }));
  await person.type(topic.getByLabelText("Topic"), "Tax");
  await person.type(topic.getByLabelText("Examples"), "taxes{Enter}Must I file?{Enter}");
  await person.type(topic.getByLabelText("Reply"), "Ask an adviser.");
  await person.click(screen.getByRole("button", { name: "Save" }));
  await expect
    .poll(() => saved)
    .toEqual([
      {
        twinId: TWIN_ID,
        boundaries: {
          refusedTopics: [
            {
              id: expect.any(String),
              name: "Tax",
              examples: ["taxes", "Must I file?"],
              reply: "Ask an adviser.",
            },
          ],
        },
      },
    ]);
});

/** Stands in for what jsdom has none of: reading a picture and drawing it. */
function lendCanvas(readable: string) {
  const drawn: number[][] = [];
  vi.stubGlobal("createImageBitmap", async (file: File) => {
    if (file.name !== readable) throw new DOMException("", "InvalidStateError");
    return { width: 300, height: 200, close: () => {} };
  });
  const pen = { drawImage: (_: unknown, ...at: number[]) => drawn.push(at), fillRect: () => {} };
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(pen as never);
  vi.spyOn(HTMLCanvasElement.prototype, "toDataURL").mockImplementation((type) =>
    type === "image/jpeg" ? "data:image/jpeg;base64,/9j/" : "data:image/png;base64,",
  );
  return drawn;
}

test("a picture is dropped, cut to its middle, saved and removed; what is none is refused", async () => {
  const drawn = lendCanvas("face.png");
  const { person, saved } = openCharacter({ avatarUrl: null });
  const field = within(await screen.findByRole("group", { name: "Picture" }));
  await person.upload(
    field.getByLabelText("Picture file"),
    new File(["?"], "words.png", { type: "image/png" }),
  );
  expect((await field.findByRole("alert")).textContent).toMatch(/can't be shown as a picture/);
  expect(screen.queryByRole("button", { name: "Save" })).toBeNull();
  fireEvent.drop(window, {
    dataTransfer: { files: [new File(["!"], "face.png")], getData: () => "" },
  });
  await field.findByText("Picture chosen: face.png");
  expect(field.queryByRole("alert")).toBeNull();
  expect(drawn).toEqual([[50, 0, 200, 200, 0, 0, 128, 128]]);
  await person.click(screen.getByRole("button", { name: "Save" }));
  await person.click(await field.findByRole("button", { name: "Remove picture" }));
  expect(document.activeElement?.textContent).toBe("Choose a picture");
  await person.click(await screen.findByRole("button", { name: "Save" }));
  const avatarUrl = "data:image/jpeg;base64,/9j/";
  await expect
    .poll(() => saved)
    .toEqual([
      { twinId: TWIN_ID, avatarUrl },
      { twinId: TWIN_ID, avatarUrl: null },
    ]);
  vi.restoreAllMocks();
});
