import { randomBytes, randomInt } from "node:crypto";
import { z } from "zod";
import type { VisitorActor } from "../kernel/actor.ts";
import type { Context } from "../kernel/context.ts";
import { DomainError } from "../kernel/domain-error.ts";
import type { SendMail } from "../kernel/mail.ts";
import type { EmailCode } from "./contract.ts";
import { ratesOfCodes } from "./visitor-rates.ts";

const DIGITS = 6;
const LASTS_SECONDS = 600;
const GUESSES = 5;

const Sealed = z.object({
  visitorId: z.string(),
  email: z.string(),
  code: z.string(),
  nonce: z.string(),
  until: z.int(),
});

interface Proving {
  visitor: VisitorActor;
  email: string;
}

/** Mails a code that nobody keeps: it is sealed, and comes back with what was typed. */
export async function sendCode(
  ctx: Context,
  send: SendMail,
  { visitor, email, name }: Proving & { name: string },
): Promise<string> {
  await ctx.limit(ratesOfCodes(visitor, { email, ipAddress: ctx.ipAddress }));
  const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, "0");
  const nonce = randomBytes(16).toString("base64url");
  const until = Date.now() + LASTS_SECONDS * 1_000;
  const { visitorId } = visitor;
  const text = `Your code for the conversation with ${name}: ${code}\n\nIt is good for ten minutes. Somebody gave this address there; if that was not you, nothing needs to be done.`;
  try {
    await send({ to: email, subject: `${code} is your code`, text });
  } catch (error) {
    ctx.log.error({ err: error }, "a code could not be mailed");
    throw new DomainError("unavailable", "mail.not_sent", "The mail could not be sent just now.");
  }
  const sealed = { visitorId, email, code, nonce, until };
  return Buffer.from(ctx.ports.vault.seal(JSON.stringify(sealed))).toString("base64url");
}

/** Takes the code that was mailed to this address for this visitor, within a few guesses. */
export async function acceptCode(
  ctx: Context,
  { visitor, email, given }: Proving & { given: z.output<typeof EmailCode> },
): Promise<void> {
  const sealed = open(ctx, given.sealed);
  const isMeant = sealed?.visitorId === visitor.visitorId && sealed.email === email;
  if (!isMeant || sealed.until <= Date.now()) throw refused();
  const guess = { of: "emailCode", subject: sealed.nonce, burst: GUESSES };
  await ctx.limit([{ ...guess, perSeconds: LASTS_SECONDS * 100 }]);
  if (sealed.code !== given.digits) throw refused();
}

function open({ ports }: Context, sealed: string): z.infer<typeof Sealed> | null {
  try {
    return Sealed.parse(JSON.parse(ports.vault.open(Buffer.from(sealed, "base64url"))));
  } catch {
    return null;
  }
}

function refused(): DomainError {
  return new DomainError(
    "forbidden",
    "visitor.code_refused",
    "This is not the code, or it is over.",
  );
}
