export type Session = {
  url: string;
  query: <T>(procedure: string, input: unknown) => Promise<T>;
  mutate: <T>(procedure: string, input: unknown) => Promise<T>;
  post: (path: string, body: FormData) => Promise<Response>;
};

/** Makes an account as a browser does and gives what a signed-in studio can call. */
export async function signUp(url: string): Promise<Session> {
  const account = {
    name: "Ada Owner",
    email: `owner-${crypto.randomUUID()}@example.com`,
    password: crypto.randomUUID(),
  };
  const reply = await fetch(`${url}/api/auth/sign-up/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify(account),
  });
  if (!reply.ok) throw new Error(`sign-up: ${reply.status} ${await reply.text()}`);
  const cookie = reply.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  const headers = { cookie, origin: url };
  const json = { ...headers, "content-type": "application/json" };
  return {
    url,
    query: async (procedure, input) => {
      const encoded = encodeURIComponent(JSON.stringify(input));
      return readResult(
        procedure,
        await fetch(`${url}/trpc/${procedure}?input=${encoded}`, { headers }),
      );
    },
    mutate: async (procedure, input) => {
      const request = { method: "POST", headers: json, body: JSON.stringify(input) };
      return readResult(procedure, await fetch(`${url}/trpc/${procedure}`, request));
    },
    post: (path, body) => fetch(`${url}${path}`, { method: "POST", headers, body }),
  };
}

async function readResult<T>(procedure: string, reply: Response): Promise<T> {
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${procedure}: ${reply.status} ${text}`);
  return JSON.parse(text).result.data;
}
