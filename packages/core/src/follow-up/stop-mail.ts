import { findTwin } from "@understudy/db/queries/twins";
import { saveUnwanted } from "@understudy/db/queries/visitor-notices";
import { z } from "zod";
import { DomainError } from "../kernel/domain-error.ts";
import { doorCase } from "../kernel/door.ts";
import { openStop } from "./stop-token.ts";

const Input = z.object({ token: z.string().min(1).max(2_000), isMeant: z.boolean() });
const Output = z.object({ twinName: z.string(), email: z.string() });

/** From a link in a mail: shows whose mail it is about, and stops it only when that is meant. */
export const stopMail = doorCase({
  input: Input,
  output: Output,
  run: async (door, { token, isMeant }) => {
    await door.limit([{ of: "stopMail", subject: door.ipAddress, burst: 20, perSeconds: 60 }]);
    const stop = openStop(door.ports.vault, token);
    if (!stop) throw new DomainError("not_found", "mail.link_unknown", "This link is not ours.");
    const { tenantId, twinId, email } = stop;
    const ctx = door.enter({ kind: "system", tenantId });
    return ctx.transaction(async (tx) => {
      const twin = await findTwin(tx, twinId);
      if (twin && isMeant) await saveUnwanted(tx, { twinId, email });
      return { twinName: twin?.name ?? "this assistant", email };
    });
  },
});
