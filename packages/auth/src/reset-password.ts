import { randomBytes } from "node:crypto";
import type { Database } from "@understudy/db/client";
import { keepOneReset } from "@understudy/db/queries/password-resets";
import { inAuth } from "@understudy/db/scope";
import type { BetterAuthOptions } from "better-auth/types";

const VALID_SECONDS = 3_600;

/** Hands a mail over; throws where that fails. */
type SendMail = (mail: { to: string; subject: string; text: string }) => Promise<void>;

export interface Resetting {
  db: Database;
  appUrl: URL;
  /** Null: this installation sends no mail, and its operator makes links by hand. */
  mail: SendMail | null;
  /** Told of a mail that was not taken: who asked for it does not hear of that. */
  onMailFailed(error: unknown): void;
}

type Settings = Pick<
  NonNullable<BetterAuthOptions["emailAndPassword"]>,
  "sendResetPassword" | "resetPasswordTokenExpiresIn" | "revokeSessionsOnPasswordReset"
>;

/** A forgotten password: a link by mail that works once, for an hour, and ends every session there was. */
export function resetSettings({ db, appUrl, mail, onMailFailed }: Resetting): Settings {
  return {
    resetPasswordTokenExpiresIn: VALID_SECONDS,
    revokeSessionsOnPasswordReset: true,
    ...(mail && {
      async sendResetPassword({ user, token }) {
        try {
          const isNew = await inAuth(db, (tx) => keepOneReset(tx, user.id));
          if (isNew) await mail({ to: user.email, ...wordsOf(resetLink(appUrl, token)) });
        } catch (error) {
          onMailFailed(error);
        }
      },
    }),
  };
}

export function newResetToken(): string {
  return randomBytes(24).toString("base64url");
}

/** As better-auth keeps such a link. */
export function resetRecord(userId: string, token: string) {
  const expiresAt = new Date(Date.now() + VALID_SECONDS * 1_000);
  return { value: userId, identifier: `reset-password:${token}`, expiresAt };
}

/** In the fragment, which reaches neither logs nor other sites; below the configured address, whatever a request says. */
export function resetLink(appUrl: URL, token: string): string {
  return `${appUrl.origin}/reset-password#${token}`;
}

function wordsOf(link: string): { subject: string; text: string } {
  return {
    subject: "A new password for Understudy",
    text: [
      "Someone, hopefully you, has asked for a new password for your account.",
      `Choose it here within an hour:\n\n${link}`,
      "The link works once. If you did not ask, leave it: your password stays as it is.",
    ].join("\n\n"),
  };
}
