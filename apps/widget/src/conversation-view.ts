import { Refused, reasonOf } from "./call.ts";
import type { ChatClient, Session } from "./chat-client.ts";
import { element } from "./element.ts";
import type { Following, VisitorMessage } from "./follow-answer.ts";
import { type HostEvents, tellPage } from "./host-api.ts";
import { kit } from "./kit.ts";
import { createMessageView, drawQuestion, isUnderWay, type MessageView } from "./message-view.ts";
import { tryOn } from "./try-on.ts";
import { fill, type Words } from "./words.ts";

interface Parts {
  host: HTMLElement;
  client: ChatClient;
  session: Session;
  words: Words;
  setBusy(underWay: number): void;
  giveBack(question: string): void;
  announce(text: string): void;
}

type Make = (show: Following["show"]) => Promise<VisitorMessage>;

const NEAR_END_PX = 80;

/** What was said so far, and what is being said. */
export class ConversationView {
  readonly log: HTMLElement;
  readonly #parts: Parts;
  #underWay = 0;
  #lastTurn: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    const { session, words, client } = parts;
    const ariaLabel = fill(words.conversation, session.twin);
    this.#parts = parts;
    this.log = element("div", { class: "log", tabIndex: 0, role: "region", ariaLabel });
    for (const message of session.messages) {
      if (message.role === "user") this.log.append(drawQuestion(message.text));
      else if (isUnderWay(message)) {
        const view = this.#addAnswer();
        this.#watch(view, (show) => client.rejoin(message.id, show)).catch(() =>
          view.foot.replaceChildren(words.failed),
        );
      } else this.#finish(this.#addAnswer(), message);
    }
    if (!session.messages[0]) {
      this.log.append(drawGreeting(session, (question) => this.ask(question)));
    }
  }

  /** Settles when it is answered; null where that failed. Questions wait for one another. */
  async ask(question: string): Promise<HostEvents["answer"] | null> {
    const { client, host, words, giveBack } = this.#parts;
    this.log.querySelector(".greeting")?.remove();
    const asked = drawQuestion(question);
    this.log.append(asked);
    const view = this.#addAnswer();
    this.log.scrollTop = this.log.scrollHeight;
    tellPage(host, "ask", { question, isWaiting: this.#underWay > 0 });
    try {
      const { text, answered } = await this.#watch(view, (show) => client.ask(question, show));
      const answer = { question, text, answered: !!answered };
      tellPage(host, "answer", answer);
      return answer;
    } catch (error) {
      const reason = reasonOf(error);
      const takeAway = () => {
        asked.remove();
        view.root.remove();
      };
      const again = () => {
        takeAway();
        void this.ask(question);
      };
      if (reason === "visitor.gave_up") {
        takeAway();
        giveBack(question);
      } else {
        const text = reason.startsWith("limit.") ? words.tooMany : words.failed;
        view.foot.replaceChildren(
          element("p", { role: "alert" }, text),
          element("button", { class: "starter", onclick: again }, words.retry),
        );
      }
      tellPage(host, "error", { reason });
      return null;
    }
  }

  #addAnswer(): MessageView {
    const { words, session } = this.#parts;
    const view = createMessageView({ words, name: session.twin.name });
    this.log.append(view.root);
    return view;
  }

  /** Shows an answer when its turn has come, whether it was asked for just now or before the page was left. */
  #watch(view: MessageView, make: Make): Promise<VisitorMessage> {
    const { setBusy } = this.#parts;
    const turn = this.#lastTurn.then(() => this.#follow(view, make));
    setBusy(++this.#underWay);
    this.#lastTurn = turn.catch(() => {}).then(() => setBusy(--this.#underWay));
    return turn;
  }

  async #follow(view: MessageView, make: Make): Promise<VisitorMessage> {
    const { words, announce } = this.#parts;
    // The visitor has begun another conversation meanwhile.
    if (!this.log.parentNode) throw new Refused("conversation.left");
    announce(words.answering);
    view.foot.replaceChildren(element("p", { class: "thanks" }, words.answering));
    const message = await tryOn({
      ...this.#parts,
      say: (note) => view.foot.replaceChildren(note),
      again: () => make((draft) => this.#keepAtEnd(() => view.show(draft))),
    });
    this.#keepAtEnd(() => this.#finish(view, message));
    announce(message.text);
    return message;
  }

  #finish(view: MessageView, message: VisitorMessage): void {
    const { words } = this.#parts;
    const { foot } = view;
    view.show(message);
    foot.replaceChildren();
    if (message.status === "failed") foot.append(words.failed);
    else {
      void import("./message-actions.ts").then((it) =>
        this.#keepAtEnd(() => it.addActions(kit, message, { ...this.#parts, foot })),
      );
    }
  }

  /** Follows the words as long as their reader does. */
  #keepAtEnd(change: () => void): void {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    change();
    if (scrollHeight - scrollTop - clientHeight < NEAR_END_PX) {
      this.log.scrollTop = this.log.scrollHeight;
    }
  }
}

function drawGreeting({ twin, theme }: Session, ask: (question: string) => void): HTMLElement {
  const first = theme.greeting || twin.firstMessage;
  const starters = (theme.starterQuestions ?? twin.starterQuestions).map((question) =>
    element("button", { class: "starter", dir: "auto", onclick: () => ask(question) }, question),
  );
  return element(
    "div",
    { class: "greeting" },
    first && element("p", { dir: "auto" }, first),
    ...starters,
  );
}
