import type { ChatClient } from "./chat-client.ts";
import type { Kit } from "./kit.ts";
import type { Words } from "./words.ts";

const ENGLISH = { whatWasWrong: "What was missing or wrong? (optional)", thanks: "Thank you." };
export type RatingWords = typeof ENGLISH;
export type Rating = "up" | "down";

export interface Rated {
  client: ChatClient;
  messageId: string;
  words: Words;
  /** What is behind the answer's words. */
  foot: HTMLElement;
  /** Says something to those who do not see it. */
  announce(text: string): void;
}

/** Keeps what the visitor thinks of an answer, and asks what was wrong with one that did not help. */
export async function rateAnswer(
  kit: Kit,
  { client, messageId, words: translated, foot, announce }: Rated,
  rating: Rating,
): Promise<void> {
  const words = { ...ENGLISH, ...translated };
  const rate = (comment: string) =>
    client.asVisitor((server) => kit.call(server, "feedback", { messageId, rating, comment }));
  foot.querySelector("form")?.remove();
  if (rating === "down") askWhy(kit, { foot, words, send: rate });
  await rate("");
  announce(words.thanks);
}

interface Asking {
  foot: HTMLElement;
  words: Words & RatingWords;
  send(comment: string): Promise<unknown>;
}

function askWhy({ element }: Kit, { foot, words, send }: Asking): void {
  const field = element("textarea", {
    rows: 2,
    maxLength: 2_000,
    placeholder: words.whatWasWrong,
    ariaLabel: words.whatWasWrong,
  });
  const button = element("button", { type: "submit" }, words.send);
  const form = element("form", { class: "comment" }, field, button);
  form.onsubmit = (event) => {
    event.preventDefault();
    form.replaceWith(element("p", { class: "thanks" }, words.thanks));
    void send(field.value.trim());
  };
  foot.append(form);
  field.focus();
}
