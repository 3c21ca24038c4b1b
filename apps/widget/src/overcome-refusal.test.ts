import { expect, test } from "vitest";
import { Refused } from "./call.ts";
import type { ChatClient } from "./chat-client.ts";
import { kit } from "./kit.ts";
import { overcomeRefusal } from "./overcome-refusal.ts";
import { ENGLISH } from "./words.ts";

test("the wait for a busy server ends when its visitor gives up, and the question is not sent again", async () => {
  const client = {} as ChatClient;
  const note = { scrollIntoView: () => {} } as HTMLElement;
  const asked: string[] = [];
  const waiting = overcomeRefusal(
    { ...kit, element: (() => note) as unknown as typeof kit.element },
    new Refused("server.busy"),
    {
      client,
      words: ENGLISH,
      say: () => {},
      announce: (text) => asked.push(text),
      again: async () => asked.push("again"),
    },
  );
  client.giveUp?.();
  await expect(waiting).rejects.toThrow("visitor.gave_up");
  expect(asked).toEqual(["Many people are asking just now. This goes on by itself in a moment."]);
  expect(client.giveUp).toBeUndefined();
});
