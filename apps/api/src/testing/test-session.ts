/** Someone with an account or a key, calling as a browser or a program would. */
export interface TestSession {
  headers: Record<string, string>;
  query(procedure: string, input?: unknown): Promise<Response>;
  mutate(procedure: string, input?: unknown): Promise<Response>;
  send(path: string, init: RequestInit): Promise<Response>;
}

export const PASSWORD = "correct horse battery";

export async function signUp(
  url: string,
  name: string,
  more: { invitationToken?: string } = {},
): Promise<TestSession> {
  const email = `${name.toLowerCase()}@example.com`;
  const reply = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ name, email, password: PASSWORD, ...more }),
  });
  if (!reply.ok) throw new Error(`sign-up: ${reply.status} ${await reply.text()}`);
  return sessionWith(url, { cookie: cookieOf(reply), origin: url });
}

export function cookieOf(reply: Response): string {
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}

export function sessionWith(url: string, headers: Record<string, string>): TestSession {
  const send = (path: string, init: RequestInit) =>
    fetch(`${url}${path}`, { ...init, headers: { ...headers, ...init.headers } });
  return {
    headers,
    send,
    query: (procedure, input) => {
      const encoded =
        input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return send(`/trpc/${procedure}${encoded}`, {});
    },
    mutate: (procedure, input) =>
      send(`/trpc/${procedure}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: input === undefined ? "{}" : JSON.stringify(input),
      }),
  };
}

/** The result of a call that must succeed. */
export async function resultOf<Result>(reply: Promise<Response>): Promise<Result> {
  const answer = await reply;
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${text}`);
  return JSON.parse(text).result.data;
}
