import { listReaders, saveNoticePreferences } from "@understudy/db/queries/notice-mails";
import { getTenant } from "@understudy/db/queries/tenants";
import { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { doorCase } from "../kernel/door.ts";
import { NoticeKind } from "./contract.ts";
import { openStop } from "./stop-token.ts";

const Input = z.object({
  token: z.string().min(1).max(2_000),
  isMeant: z.boolean(),
});
const Output = z.object({ kind: NoticeKind, tenantName: z.string(), email: z.string() });

/** From a link in a mail: shows which mails it is about, and stops them only when that is meant. */
export const stopNotices = doorCase({
  input: Input,
  output: Output,
  run: async (door, { token, isMeant }) => {
    await door.limit([{ of: "stopMail", subject: door.ipAddress, burst: 20, perSeconds: 60 }]);
    const stop = openStop(door.ports.vault, token);
    const unknown = new DomainError("not_found", "mail.link_unknown", "This link is not ours.");
    if (!stop) throw unknown;
    const { tenantId, userId, kind } = stop;
    const ctx = door.enter({ kind: "system", tenantId });
    return ctx.transaction(async (tx) => {
      const [reader] = await listReaders(tx, userId);
      if (!reader) throw unknown;
      const { name: tenantName } = await getTenant(tx);
      if (isMeant) {
        await saveNoticePreferences(tx, { userId, kinds: { [kind]: false }, isAgain: false });
        const subject = { subjectKind: "user", subjectId: userId };
        await ctx.audit(tx, { action: "notice.unsubscribe", ...subject, details: { kind } });
      }
      return { kind, tenantName, email: reader.email };
    });
  },
});
