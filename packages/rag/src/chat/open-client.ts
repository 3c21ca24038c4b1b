import OpenAI from "openai";

export interface ProviderAddress {
  apiKey: string;
  /** Any server that speaks the same wire format. */
  baseUrl?: string;
}

/**
 * The official client without what it would take from the environment, log, or retry by itself:
 * deadlines and retries are the caller's.
 */
export function openClient({ apiKey, baseUrl }: ProviderAddress, by: typeof fetch): OpenAI {
  return new OpenAI({
    apiKey,
    baseURL: baseUrl || "https://api.openai.com/v1",
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: "off",
    maxRetries: 0,
    fetch: by,
  });
}
