import { type AnswerMark, placeMarks } from "@understudy/answer-text/marks/place-marks";
import type { Citation, Message } from "@understudy/core/conversation/contract";
import { createAnswerBody } from "./answer/answer-body.ts";
import { element } from "./element.ts";
import { kit } from "./kit.ts";
import { fill, type Words } from "./words.ts";

export type ShownMessage = Pick<
  Message,
  "text" | "citations" | "unsupportedSpans" | "verified" | "status"
>;

export function isUnderWay({ status }: Pick<Message, "status">): boolean {
  return status === "pending" || status === "streaming";
}

export interface MessageView {
  readonly root: HTMLElement;
  show(message: ShownMessage): void;
  /** Behind the words: what can be done with them. */
  readonly foot: HTMLElement;
}

/** An answer with its chips; one citation is open at a time. */
export function createMessageView({ words, name }: { words: Words; name: string }): MessageView {
  let open: { chip: HTMLElement; card: HTMLElement } | null = null;
  const close = () => {
    open?.card.remove();
    if (open) open.chip.ariaExpanded = "false";
    open = null;
  };
  const toggle = async (chip: HTMLElement, citation: Citation) => {
    const wasOpen = open?.chip === chip;
    close();
    if (wasOpen) return;
    const { drawCitation } = await import("./answer/citation-card.ts");
    const card = drawCitation(kit, citation, words);
    chip.ariaExpanded = "true";
    foot.before(card);
    open = { chip, card };
    card.scrollIntoView({ block: "nearest" });
  };
  const drawMark = ({ rests }: AnswerMark): Node | null => {
    if (!rests) {
      const label = words.unsupported;
      return element("span", { class: "doubt", role: "img", ariaLabel: label, title: label }, "?");
    }
    const { number, citation } = rests;
    const label = `${fill(words.source, { n: number })}: ${citation.sourceTitle}`;
    const chip = element(
      "button",
      { class: "chip", ariaLabel: label, ariaExpanded: "false", title: label },
      String(number),
    );
    chip.onclick = () => toggle(chip, citation);
    return chip;
  };
  const body = createAnswerBody(drawMark);
  const seal = element("p", { class: "seal", hidden: true }, fill(words.verified, { name }));
  const foot = element("div", { class: "foot" });
  const root = element("article", { class: "message twin" }, seal, body.root, foot);
  return {
    root,
    foot,
    show(message) {
      seal.hidden = !message.verified;
      root.ariaBusy = String(isUnderWay(message));
      body.show(message.text, placeMarks(message), isUnderWay(message));
    },
  };
}

export function drawQuestion(text: string): HTMLElement {
  return element("article", { class: "message visitor" }, element("p", { dir: "auto" }, text));
}
