import { call, reasonOf, type Server, send, type VisitorOutput } from "./call.ts";
import { AnswerFollower, type Following, type VisitorMessage } from "./follow-answer.ts";
import { tellPage } from "./host-api.ts";
import { kit } from "./kit.ts";
import type { Mounting, Via } from "./launcher.ts";
import { createMemory } from "./memory.ts";
import { readAnswer } from "./read-answer.ts";
import { readWay } from "./read-way.ts";

export interface Session
  extends Pick<VisitorOutput<"start">, "twin" | "theme" | "lead" | "channel" | "proof"> {
  messages: VisitorMessage[];
}

interface Entry {
  /** A conversation of its own, whatever was said before. */
  fresh?: boolean;
  /** Of a share link. */
  password?: string | undefined;
}

/** Talks to the server for one visitor, and lets them in again when their time is up. */
export class ChatClient {
  readonly memory: ReturnType<typeof createMemory>;
  /** The solution of a puzzle, where the server wants one from who comes in. */
  proof: { challenge: string; solution: string } | undefined;
  /** Ends the wait for a busy server, while there is one. */
  giveUp: (() => void) | undefined;
  readonly #host: HTMLElement;
  readonly #language: string;
  readonly #server: Server;
  #via: Via;
  #conversationId = "";
  #messageId = "";
  #identityToken: string | undefined;

  constructor(mounting: Mounting, language: string) {
    this.#language = language;
    const { origin, via } = readWay(mounting);
    this.#host = mounting.host;
    this.#via = via;
    this.#server = { origin, token: "" };
    this.memory = createMemory(JSON.stringify(via));
  }

  /** Goes on where this browser left off, or from the beginning. */
  async start({ fresh, password }: Entry): Promise<Session> {
    if (password) this.#via = { ...(this.#via as { shareSlug: string }), password };
    const visit = await this.#enter(fresh);
    if (!visit.isContinued) return { ...visit, messages: [] };
    const { readHistory } = await import("./read-history.ts");
    return { ...visit, messages: await readHistory(kit, this.#server, this.#conversationId) };
  }

  /** The answer, to its end. */
  ask(question: string, show: Following["show"]): Promise<VisitorMessage> {
    return this.asVisitor(async (server) => {
      const asked = { conversationId: this.#conversationId, message: question };
      const headers = { "accept-language": this.#language, "idempotency-key": newKey() };
      const reply = await send(server, "/api/messages", asked, headers);
      this.giveUp = undefined;
      this.#messageId = reply.headers.get("x-message-id") ?? "";
      return new AnswerFollower({ server, show }).read(readAnswer(reply.body!));
    });
  }

  /** An answer that was being made when the page was left. */
  rejoin(messageId: string, show: Following["show"]): Promise<VisitorMessage> {
    this.#messageId = messageId;
    return new AnswerFollower({ server: this.#server, show }).follow(messageId);
  }

  async stop(): Promise<void> {
    if (this.giveUp) this.giveUp();
    else await call(this.#server, "stop", { messageId: this.#messageId });
  }

  /** Null where there is no server; what it says, a browser may keep from the page. */
  findServer(): Promise<Response | null> {
    const script = `${this.#server.origin}/widget.js`;
    return fetch(script, { mode: "no-cors", cache: "no-store" }).catch(() => null);
  }

  async identify(identityToken: string): Promise<void> {
    this.#identityToken = identityToken;
    if (!this.#server.token) return;
    await this.asVisitor((server) => call(server, "identify", { identityToken }));
  }

  /** Once more where the visitor's time was up. */
  async asVisitor<Result>(act: (server: Server) => Promise<Result>): Promise<Result> {
    try {
      return await act(this.#server);
    } catch (error) {
      if (!reasonOf(error).startsWith("credential.")) throw error;
      await this.#enter();
      return act(this.#server);
    }
  }

  async #enter(fresh?: boolean): Promise<VisitorOutput<"start">> {
    const server = this.#server;
    server.token = "";
    const { resumeToken } = this.memory.read();
    const { proof } = this;
    const visit = await call(server, "start", { via: this.#via, resumeToken, proof, fresh });
    this.#conversationId = visit.conversationId;
    server.token = visit.token;
    this.memory.keep({ resumeToken: visit.resumeToken });
    await this.#sayWho();
    return visit;
  }

  /** A token of the page's that is refused, or over, keeps nobody out. */
  async #sayWho(): Promise<void> {
    const identityToken = this.#identityToken;
    if (!identityToken) return;
    await call(this.#server, "identify", { identityToken }).catch((error: unknown) => {
      this.#identityToken = undefined;
      tellPage(this.#host, "error", { reason: reasonOf(error) });
    });
  }
}

/** `crypto.randomUUID` is only there on https. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join("-");
}
