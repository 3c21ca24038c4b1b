import { isIP } from "node:net";
import { parseException } from "@understudy/core/egress/exceptions";
import { z } from "zod";
import { secretWeakness } from "./secret.ts";

const filled = z.string().trim().min(1);
const optional = filled.optional();
const port = z.coerce.number().int().min(0).max(65_535);
const httpUrl = z.url({ protocol: /^https?$/, error: "must be an http or https address" });
const list = z.string().transform((text) => text.split(/[\s,]+/).filter(Boolean));
const origin = z
  .string()
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, "must hold exact origins");
const network = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
  error: "must hold addresses or CIDR ranges",
});

/** An address, with a port where it is not 53. */
const nameServer = z
  .string()
  .refine(
    (text) => isIP(text.replace(/^\[(.+)\](:\d+)?$|^([\d.]+):\d+$/, "$1$3")) > 0,
    "must hold addresses of name servers",
  );

const exception = z.string().transform((entry, { addIssue }) => {
  try {
    return parseException(entry);
  } catch {
    addIssue("must hold exact hosts with their ports, such as wiki.internal:8080");
    return z.NEVER;
  }
});

/** "0.40/1.60": what a million tokens cost, of the prompt and of the answer. */
const price = z
  .string()
  .regex(/^\d+(\.\d+)?\/\d+(\.\d+)?$/, "must be two numbers, such as 0.40/1.60")
  .transform((text) => {
    const [perMillionInputTokens = 0, perMillionOutputTokens = 0] = text.split("/").map(Number);
    return { currency: "USD", perMillionInputTokens, perMillionOutputTokens };
  });

const amount = z.coerce.number("must be a number, such as 0.02").min(0);

export const Variables = z.object({
  HOST: filled.default("127.0.0.1"),
  PORT: port.default(3000),
  WORKER_PORT: port.default(3001),
  APP_URL: httpUrl.optional(),
  PUBLIC_URL: httpUrl.optional(),
  APP_SECRET: z.string().optional(),
  DATA_DIR: filled.default(".data"),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgres address" })
    .optional(),
  DATABASE_DIRECT_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgres address" })
    .optional(),
  BACKUP_DIR: optional,
  BACKUP_EVERY_HOURS: z.coerce.number().positive().max(8_760).default(24),
  BACKUP_KEEP: z.coerce.number().int().min(1).max(1_000).default(7),
  S3_BUCKET: optional,
  S3_ENDPOINT: httpUrl.optional(),
  S3_REGION: filled.default("us-east-1"),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  S3_PREFIX: z.string().trim().default(""),
  SIGN_UP: z.enum(["open", "invite"], { error: "must be open or invite" }).default("invite"),
  CORS_ORIGINS: list.pipe(z.array(origin)).default([]),
  TRUSTED_PROXIES: list.pipe(z.array(network)).default([]),
  EGRESS_ALLOW: list.pipe(z.array(exception)).default([]),
  EGRESS_PORTS: list
    .transform((texts) => texts.map(Number))
    .pipe(z.array(z.number("must hold ports").int().min(1).max(65_535)))
    .default([80, 443]),
  DNS_SERVERS: list.pipe(z.array(nameServer)).default([]),
  DEMO_TWIN: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: httpUrl.optional(),
  OPENAI_CHAT_MODEL: optional,
  OPENAI_EMBEDDING_MODEL: optional,
  OPENAI_CHAT_PRICE: price.optional(),
  /** Of a million tokens. */
  OPENAI_EMBEDDING_PRICE: amount.optional(),
  VECTOR_STORE: z
    .enum(["auto", "memory", "pgvector", "pinecone"], {
      error: "must be auto, memory, pgvector or pinecone",
    })
    .default("auto"),
  PINECONE_API_KEY: optional,
  PINECONE_BASE_URL: httpUrl.optional(),
  PINECONE_INDEX: filled.default("understudy"),
  PINECONE_CLOUD: filled.default("aws"),
  PINECONE_REGION: filled.default("us-east-1"),
  COHERE_API_KEY: optional,
  COHERE_BASE_URL: httpUrl.optional(),
  COHERE_RERANK_MODEL: filled.default("rerank-v4.0-pro"),
  /** Of a search. */
  COHERE_RERANK_PRICE: amount.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  METRICS_TOKEN: z.string().min(16, "must have 16 characters or more").optional(),
  METRICS_PORT: port.optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must be an smtp address" }).optional(),
  MAIL_FROM: optional,
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  RAG_TOP_K: z.coerce.number().int().min(1).max(50).default(8),
  MAX_UPLOAD_MB: z.coerce.number().positive().max(2_048).default(50),
});

export type Environment = z.output<typeof Variables>;

/** Where people reach this instance; cookies and links are made for it. */
export function appUrlOf({ APP_URL, PORT }: Environment): string {
  return APP_URL ?? `http://localhost:${PORT}`;
}

/** Where people with an account reach it. */
export function appOriginOf(env: Environment): string {
  return new URL(appUrlOf(env)).origin;
}

/** Where visitors reach it: another name for the same instance, or the same. */
export function publicOriginOf(env: Environment): string {
  return new URL(env.PUBLIC_URL ?? appUrlOf(env)).origin;
}

/** Every problem at once, by the variable's name and never by its value. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
  const parsed = Variables.safeParse(given);
  const problems = parsed.success ? [] : parsed.error.issues.map(describe);
  const weakness = secretWeakness(given.APP_SECRET);
  if (weakness && (given.DATABASE_URL || given.APP_SECRET !== undefined)) {
    problems.push(`APP_SECRET ${weakness}`);
  }
  if (given.BACKUP_DIR && given.DATABASE_URL) {
    problems.push("BACKUP_DIR is for the embedded database: back the server up with its own tools");
  }
  if (given.VECTOR_STORE === "pinecone" && !given.PINECONE_API_KEY) {
    problems.push("PINECONE_API_KEY is missing, and VECTOR_STORE is pinecone");
  }
  if (Boolean(given.S3_ACCESS_KEY_ID) !== Boolean(given.S3_SECRET_ACCESS_KEY)) {
    problems.push("S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY must be set together");
  }
  if (problems.length > 0 || !parsed.success) throw new EnvironmentError(problems.join("\n"));
  return parsed.data;
}

function describe(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])} ${lowerFirst(issue.message)}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
