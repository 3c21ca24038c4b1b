import type { ChatModel } from "@understudy/rag/chat/chat-model";
import type { Embedder } from "@understudy/rag/embed/embedder";
import type { Embedders } from "@understudy/rag/embed/open-embedders";
import type { ParsedDocument } from "@understudy/rag/parse/document";
import type { PageOutline } from "@understudy/rag/parse/html/read-outline";
import type { Sitemap } from "@understudy/rag/parse/sitemap/read-sitemap";
import type { Rerank } from "@understudy/rag/rerank/rerank";
import type { AnswerRuns } from "../conversation/answer-runs.ts";
import type { Guide } from "../demo/read-guide.ts";
import type { Egress } from "../egress/open-egress.ts";
import type { ResolveTxt } from "../egress/resolve-txt.ts";
import type { TwinIndexes } from "../knowledge/twin-indexes.ts";
import type { VectorStore } from "../knowledge/vector-store.ts";
import type { ProviderProbe } from "../provider/provider-probe.ts";
import type { Status } from "../status/contract.ts";
import type { BlobStore } from "./blob-store.ts";
import type { SendMail } from "./mail.ts";
import type { Passwords } from "./passwords.ts";
import type { Vault } from "./vault.ts";

export interface ParseRequest {
  bytes: Uint8Array;
  fileName: string;
  password?: string;
}

/** What the outside gives to use-cases; `compose.ts` is the only place that makes one. */
export interface Ports {
  blobs: BlobStore;
  /** The one way to addresses that other people chose. */
  egress: Egress;
  resolveTxt: ResolveTxt;
  /** Understudy's own documentation, as it is shipped. */
  guide: Guide;
  parse(request: ParseRequest, signal: AbortSignal): Promise<ParsedDocument>;
  /** The head and the links of an HTML page. */
  readOutline(request: ParseRequest, signal: AbortSignal): Promise<PageOutline>;
  /** The addresses that a sitemap or a feed gives. */
  readSitemap(request: ParseRequest, signal: AbortSignal): Promise<Sitemap>;
  /** How many passages an answer is written from. */
  passagesRead: number;
  /** What one file may have, however it comes. */
  maxFileBytes: number;
  /** That new twins get. Null: no model is configured, retrieval is lexical and hashed. */
  embedder: Embedder | null;
  embedders: Embedders;
  /** Null: the vectors of a twin are held in memory and searched exactly. */
  vectorStore: VectorStore | null;
  /** Null: no model is configured, answers are quotations. */
  chat: ChatModel | null;
  rerank: Rerank;
  /** What of the above is called outside, as this process has met it. */
  providers: readonly ProviderProbe[];
  indexes: TwinIndexes;
  answerRuns: AnswerRuns;
  vault: Vault;
  /** Null: no server for mail is configured. */
  mail: SendMail | null;
  passwords: Passwords;
  /** Where people with an account reach this instance, as an origin. */
  appUrl: string;
  /** Where visitors reach this instance, as an origin. */
  publicUrl: string;
  /** What this process rests on, judged now. */
  status(): Promise<Status>;
}
