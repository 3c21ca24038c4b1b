import type { VisitorMessage } from "./follow-answer.ts";
import type { Kit } from "./kit.ts";
import { type Rated, type Rating, rateAnswer } from "./rate-answer.ts";

const ENGLISH = {
  stopped: "Stopped.",
  copy: "Copy",
  copied: "Copied",
  helpful: "Helpful",
  unhelpful: "Not helpful",
};
export type ActionWords = typeof ENGLISH;

const COPY = "M9 9h11v11H9zM5 15H4V4h11v1";
/** Upside down for the other. */
const THUMB = "M7 11l4-8c2 0 3 1 3 3v3h7l-2 11H3v-9z";

interface Acting extends Omit<Rated, "messageId"> {
  host: HTMLElement;
}

/** Copy, and what the visitor thinks of an answer. */
export function addActions(kit: Kit, message: VisitorMessage, acting: Acting): void {
  const { element, iconButton, tellPage } = kit;
  const { id, text, feedback, status } = message;
  const { foot, host, announce } = acting;
  const words = { ...ENGLISH, ...acting.words };
  const copy = iconButton(words.copy, COPY, async () => {
    await navigator.clipboard.writeText(text);
    announce(words.copied);
  });
  const up = iconButton(words.helpful, THUMB, () => judge("up"));
  const down = iconButton(words.unhelpful, THUMB, () => judge("down"));
  down.style.rotate = "180deg";
  const mark = (given: Rating | undefined) => {
    up.ariaPressed = String(given === "up");
    down.ariaPressed = String(given === "down");
  };
  mark(feedback?.rating);
  function judge(given: Rating) {
    mark(given);
    tellPage(host, "feedback", { rating: given });
    rateAnswer(kit, { ...acting, messageId: id }, given).catch(() => mark(feedback?.rating));
  }
  if (status === "stopped") foot.append(element("p", { class: "thanks" }, words.stopped));
  foot.append(...("clipboard" in navigator ? [copy] : []), up, down);
}
