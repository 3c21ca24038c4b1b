import type { ChatClient } from "./chat-client.ts";
import type { Kit } from "./kit.ts";
import type { Words } from "./words.ts";

const ENGLISH = { busy: "Many people are asking just now. This goes on by itself in a moment." };
export type BusyWords = typeof ENGLISH;

const USUAL_PAUSE_SECONDS = 2;
const MOST_PAUSE_SECONDS = 10;
const MOST_SECONDS = 90;

export interface Trying<Result> {
  client: ChatClient;
  words: Words;
  say(note: HTMLElement): void;
  /** Says it to those who do not see it. */
  announce(text: string): void;
  again(): Promise<Result>;
}

/** Does what the server asks for before it says yes: a puzzle is solved, or its time to come again is waited for. */
export async function overcomeRefusal<Result>(
  kit: Kit,
  refusal: unknown,
  trying: Trying<Result>,
): Promise<Result> {
  const reason = kit.reasonOf(refusal);
  const { client } = trying;
  if (reason === "server.busy") return waitForTurn(kit, refusal, trying);
  if (reason !== "visitor.challenge_required" || client.proof) throw refusal;
  const { solvePuzzle } = await import("./solve-puzzle.ts");
  const puzzle = await client.asVisitor((server) => kit.call(server, "challenge", {}));
  client.proof = await solvePuzzle(puzzle);
  try {
    return await trying.again();
  } catch (later) {
    return await overcomeRefusal(kit, later, trying);
  } finally {
    client.proof = undefined;
  }
}

async function waitForTurn<Result>(
  { element, reasonOf, Refused }: Kit,
  refusal: unknown,
  { client, words, say, announce, again }: Trying<Result>,
): Promise<Result> {
  const text = words.busy ?? ENGLISH.busy;
  announce(text);
  const note = element("p", { class: "thanks", style: "margin: 8px" }, text);
  say(note);
  note.scrollIntoView({ block: "nearest" });
  const givenUp = new Promise<never>((_, reject) => {
    client.giveUp = () => reject(new Refused("visitor.gave_up"));
  });
  try {
    for (let waited = 0, last = refusal; ; ) {
      const seconds = pauseOf(last);
      waited += seconds;
      if (reasonOf(last) !== "server.busy" || waited > MOST_SECONDS) throw last;
      await Promise.race([givenUp, new Promise((end) => setTimeout(end, seconds * 1_000))]);
      try {
        return await again();
      } catch (later) {
        last = later;
      }
    }
  } finally {
    client.giveUp = undefined;
  }
}

/** Seconds, as `Retry-After` has them. */
function pauseOf(refusal: unknown): number {
  const reply = (refusal as Error).cause as Response | undefined;
  const asked = Number(reply?.headers.get("retry-after")) || USUAL_PAUSE_SECONDS;
  return Math.min(asked, MOST_PAUSE_SECONDS);
}
