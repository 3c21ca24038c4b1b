import { resolve } from "node:path";
import { createAuth } from "@understudy/auth/create-auth";
import { appUrlOf, type Environment } from "../env.ts";
import { keptSecret } from "../secret.ts";
import { StartRefused } from "../start-refused.ts";
import { openMigrated } from "./open-engine.ts";

/** For an installation that sends no mail: prints the link by which someone chooses a new password. */
export async function runResetLink(env: Environment, email: string): Promise<void> {
  await using stack = new AsyncDisposableStack();
  const dataDir = resolve(env.DATA_DIR);
  const db = await openMigrated(env, { dataDir, stack });
  const auth = createAuth({
    db,
    secret: env.APP_SECRET ?? (await keptSecret(dataDir)),
    appUrl: new URL(appUrlOf(env)),
    signUp: env.SIGN_UP,
    mail: null,
    onMailFailed: () => {},
  });
  const link = await auth.makeResetLink(email);
  if (!link) throw new StartRefused(`No account has the address ${email}.`);
  console.log(`${link}\nWhoever opens it within an hour chooses the password of ${email}, once.`);
}
