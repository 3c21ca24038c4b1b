import { element, icon } from "./element.ts";
import { ICONS } from "./icons.ts";
import type { Words } from "./words.ts";

const MAX_CHARACTERS = 8_000;

export interface Composer {
  readonly root: HTMLElement;
  focus(): void;
  /** While answers are made, the button stops one. */
  setBusy(underWay: number): void;
  /** Puts a question back that was not heard, before what was written since. */
  giveBack(question: string): void;
}

/** Where questions are written; it grows with them. */
export function createComposer(
  words: Words,
  { onAsk, onStop }: { onAsk(question: string): void; onStop(): void },
): Composer {
  let underWay = 0;
  const field = element("textarea", {
    rows: 1,
    maxLength: MAX_CHARACTERS,
    placeholder: words.placeholder,
    ariaLabel: words.placeholder,
    dir: "auto",
    enterKeyHint: "send",
  });
  const button = element(
    "button",
    { type: "submit", class: "send", ariaLabel: words.send },
    icon(ICONS.send),
  );
  const form = element("form", { class: "composer" }, field, button);
  form.onsubmit = (event) => {
    event.preventDefault();
    if (underWay) return onStop();
    const question = field.value.trim();
    if (!question) return;
    field.value = "";
    onAsk(question);
  };
  field.onkeydown = (event) => {
    // A composition's Enter chooses a word: its key code is another one (UI Events, 7.3.1).
    if (event.keyCode !== 13 || event.shiftKey) return;
    event.preventDefault();
    if (!underWay) form.requestSubmit();
  };
  return {
    root: form,
    focus: () => field.focus(),
    setBusy(count) {
      underWay = count;
      button.ariaLabel = count ? words.stop : words.send;
      button.replaceChildren(icon(count ? ICONS.stop : ICONS.send));
    },
    giveBack(question) {
      field.value = `${question}\n${field.value}`.trim();
      field.focus();
    },
  };
}
