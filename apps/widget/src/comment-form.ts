import type { Kit } from "./kit.ts";
import type { Words } from "./words.ts";

const ENGLISH = { whatWasWrong: "What was missing or wrong? (optional)" };
export type CommentWords = typeof ENGLISH;

/** Asks what was wrong with an answer. */
export function drawCommentForm(
  { element }: Kit,
  translated: Words,
  send: (comment: string) => Promise<unknown>,
): HTMLElement {
  const words = { ...ENGLISH, ...translated };
  const field = element("textarea", {
    rows: 2,
    maxLength: 2_000,
    placeholder: words.whatWasWrong,
    ariaLabel: words.whatWasWrong,
  });
  const form = element(
    "form",
    { class: "comment" },
    field,
    element("button", { type: "submit" }, words.send),
  );
  form.onsubmit = (event) => {
    event.preventDefault();
    void send(field.value.trim());
  };
  return form;
}
