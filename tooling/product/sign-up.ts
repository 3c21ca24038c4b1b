import { openSession, type Session } from "./session.ts";

interface Account {
  name: string;
  email: string;
  password: string;
}

/** Makes an account as a browser does and gives what a signed-in studio can call. */
export async function signUp(url: string, account: Account = newAccount()): Promise<Session> {
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
  return openSession(url, { cookie, origin: url });
}

function newAccount(): Account {
  return {
    name: "Ada Owner",
    email: `owner-${crypto.randomUUID()}@example.com`,
    password: crypto.randomUUID(),
  };
}
