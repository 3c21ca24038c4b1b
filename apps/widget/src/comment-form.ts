import type { Kit } from "./kit.ts";
import type { Words } from "./words.ts";

/** Asks what was wrong with an answer. */
export function drawCommentForm(
  { element }: Kit,
  words: Words,
  send: (comment: string) => Promise<unknown>,
): HTMLElement {
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
