import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "@understudy/api/router";

type Inputs = inferRouterInputs<AppRouter>["visitor"];
type Outputs = inferRouterOutputs<AppRouter>["visitor"];
export type VisitorOutput<Name extends keyof Outputs> = Outputs[Name];

/** The server refused with the reply that is its cause; its message is why, by a stable key. */
export class Refused extends Error {}

export function reasonOf(error: unknown): string {
  return (error instanceof Refused && error.message) || "unreachable";
}

export interface Server {
  origin: string;
  token: string;
}

/** The server lets one who goes on with an answer wait eight seconds for its next words. */
const MOST_WAIT_MS = 12_000;

/** Sends JSON, or reads when there is none; throws Refused, or what `fetch` does. */
export async function send(
  { origin, token }: Server,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Response> {
  const reply = await fetch(origin + path, {
    method: body ? "POST" : "GET",
    credentials: "omit",
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify(body),
    // An answer's first words take as long as its model does.
    signal: headers ? null : AbortSignal.timeout(MOST_WAIT_MS),
  });
  if (reply.ok) return reply;
  const told = await reply.json().catch(() => null);
  const { data, reason } = told?.error ?? {};
  throw new Refused(data?.reason ?? reason, { cause: reply });
}

/** One of the procedures for visitors. */
export async function call<Name extends keyof Inputs & keyof Outputs & string>(
  server: Server,
  name: Name,
  input: Inputs[Name],
): Promise<Outputs[Name]> {
  const reply = await send(server, `/trpc/visitor.${name}`, input);
  return (await reply.json()).result.data;
}
