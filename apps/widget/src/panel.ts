import { reasonOf } from "./call.ts";
import { ChatClient, type Session } from "./chat-client.ts";
import { createComposer } from "./composer.ts";
import { ConversationView } from "./conversation-view.ts";
import { element } from "./element.ts";
import { createFrame, type Frame } from "./frame.ts";
import { tellPage } from "./host-api.ts";
import { kit } from "./kit.ts";
import type { Mounting, Panel } from "./launcher.ts";
import type { Trying } from "./overcome-refusal.ts";
import { tryOn } from "./try-on.ts";
import { readLanguage } from "./words.ts";

/** So much longer is each pause than the one before it. */
const PAUSE_MS = 2_000;

interface Chat extends Pick<ConversationView, "ask"> {
  focus(): void;
}

/** Draws the chat into the element's shadow root and connects it when it is opened. */
export async function mountPanel(mounting: Mounting): Promise<Panel> {
  const { host, launcher, look } = mounting;
  const pages = document.documentElement.lang;
  const wanted = [host.lang, look.language, pages, ...navigator.languages];
  const language = await readLanguage(wanted);
  const client = new ChatClient(mounting, language.code);
  const frame = createFrame(mounting, language, {
    onClose: close,
    onReset: reset,
  });
  let isOpen = false;
  let beginning: Promise<Chat | null> | null = null;

  async function begin(fresh = false): Promise<Chat | null> {
    beginning ??= beginOrTell({ host, client, frame, fresh });
    const chat = await beginning;
    if (!chat) beginning = null;
    return chat;
  }

  async function open(): Promise<void> {
    if (!isOpen && launcher) {
      isOpen = true;
      frame.show();
      launcher.hidden = true;
      tellPage(host, "open");
    }
    (await begin())?.focus();
  }

  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    frame.hide();
    launcher!.hidden = false;
    launcher!.focus();
    tellPage(host, "close");
  }

  async function reset(): Promise<void> {
    beginning = null;
    (await begin(true))?.focus();
  }

  if (!launcher) void begin();
  return {
    open,
    close,
    async ask(question) {
      await open();
      return (await beginning)?.ask(question) ?? null;
    },
    identify: (token) => client.identify(token),
    restore() {
      if (!isOpen) return;
      frame.hide();
      frame.show();
    },
  };
}

interface Beginning {
  host: HTMLElement;
  client: ChatClient;
  frame: Frame;
  /** A new conversation, whatever was said before. */
  fresh: boolean;
}

/** Null where it could not begin, which is shown and told. */
async function beginOrTell(beginning: Beginning): Promise<Chat | null> {
  try {
    return await beginChat(beginning);
  } catch (error) {
    tellPage(beginning.host, "error", { reason: reasonOf(error) });
    return null;
  }
}

/** From the first call to the composer: what stands in the way (a password, an e-mail) is asked for. */
async function beginChat({ host, client, frame, fresh }: Beginning): Promise<Chat> {
  const { words } = frame.language;
  const session = await enter({ host, client, frame, fresh });
  frame.introduce(session);
  if (session.lead.ask !== "off" && !client.memory.read().leadDone) {
    const { askLead } = await import("./gate.ts");
    await askLead(kit, { frame, client, session });
  }
  const ask = (question: string) => view.ask(question);
  const composer = createComposer(words, { onAsk: ask, onStop: () => client.stop() });
  const view = new ConversationView({ ...frame, ...composer, host, client, session, words });
  frame.fill(view.log, composer.root);
  view.log.scrollTop = view.log.scrollHeight;
  return { focus: composer.focus, ask };
}

/** Tries until the server is reached, unless it is there and refuses. */
async function enter({ host, client, frame, fresh }: Beginning): Promise<Session> {
  const { words } = frame.language;
  const start = (say: Trying<Session>["say"], password?: string) =>
    tryOn({ ...frame, client, words, say, again: () => client.start({ fresh, password }) });
  const retry = element("button", { class: "starter" }, words.retry);
  const text = new Text();
  const note = element("div", { class: "log", role: "alert" }, text, retry);
  const tryIfSeen = () => note.checkVisibility() && retry.click();
  addEventListener("online", tryIfSeen);
  host.addEventListener("understudy:open", tryIfSeen);
  for (let pauseMs = PAUSE_MS; ; pauseMs += PAUSE_MS) {
    try {
      return await start(frame.fill);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === "shareLink.not_found") {
        const { askPassword } = await import("./gate.ts");
        return askPassword(kit, frame, start);
      }
      const { cause } = error as { cause?: Response };
      const isFinal = cause && cause.status < 500;
      // What a browser keeps from the page looks like a failed connection, but never like a long wait.
      const isThere = isFinal || (error instanceof TypeError && (await client.findServer()));
      const refused = reason.startsWith("limit.") ? words.tooMany : words.unavailable;
      text.data = isThere ? refused : words.unreachable;
      // The button that stands there does not lose the focus.
      if (!note.isConnected) frame.fill(note);
      if (isFinal) {
        retry.remove();
        throw error;
      }
      tellPage(host, "error", { reason });
      await new Promise<void>((resolve) => {
        const timer = setTimeout(tryIfSeen, pauseMs * (1 + Math.random()));
        retry.onclick = () => resolve(clearTimeout(timer));
      });
    }
  }
}
