import { screen, within } from "@testing-library/react";
import { NO_BOUNDARIES } from "@understudy/core/policy/contract";
import { expect, test } from "vitest";
import { makeTwin, TWIN_ID } from "../../testing/fixtures.ts";
import { openStudio } from "../../testing/open-studio.tsx";
import { pageOf, serveApi } from "../../testing/serve-api.ts";

test("a rule is added and saved alone, and what does nothing without a model says so", async () => {
  const twin = {
    ...makeTwin(),
    headline: "",
    bio: "",
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
  const saved: unknown[] = [];
  serveApi({
    "twin.list": () => pageOf(twin),
    "twin.get": () => twin,
    "job.list": () => pageOf(),
    "status.get": () => ({
      ready: true,
      dependencies: [{ name: "chat", state: "off", required: false }],
    }),
    "twin.update": (input: unknown) => {
      saved.push(input);
      return twin;
    },
  });
  const person = openStudio(`/twins/${TWIN_ID}/character`);
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
