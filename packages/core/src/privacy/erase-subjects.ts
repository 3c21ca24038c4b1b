import { findAnyTwin } from "@understudy/db/queries/erase-twin";
import { findPersonOf } from "@understudy/db/queries/persons";
import { getTenant } from "@understudy/db/queries/tenants";
import { DomainError, notFound } from "../kernel/domain-error.ts";
import { accountOf, requireAllTwins, useCase } from "../kernel/use-case.ts";
import { EraseTenantInput, EraseTwinInput, Erasure, VisitorRef } from "./contract.ts";
import { requestErasure } from "./request-erasure.ts";

const DAY_SECONDS = 24 * 3_600;

/** Everything that is kept of someone who talked to a twin, in whichever browser; at once, and for good. */
export const eraseVisitor = useCase({
  permission: "privacy.write",
  input: VisitorRef,
  output: Erasure,
  run: (ctx, { visitorId }) =>
    ctx.transaction(async (tx) => {
      const person = await findPersonOf(tx, visitorId);
      if (!person) throw notFound("visitor");
      const { id: subjectId, twinId } = person;
      return requestErasure(ctx, tx, { kind: "visitor", subjectId, twinId });
    }),
});

/** Also one that is archived, or removed and not purged yet. */
export const eraseTwin = useCase({
  permission: "twin.remove",
  input: EraseTwinInput,
  output: Erasure,
  run: (ctx, { twinId, confirm }) => {
    requireAllTwins(ctx);
    return ctx.transaction(async (tx) => {
      const twin = await findAnyTwin(tx, twinId);
      if (!twin) throw notFound("twin");
      requireName(confirm, twin.name);
      return requestErasure(ctx, tx, { kind: "twin", subjectId: twinId, twinId });
    });
  },
});

/** The workspace with all that is in it; until a later day comes it can be kept. */
export const eraseTenant = useCase({
  permission: "tenant.erase",
  input: EraseTenantInput,
  output: Erasure,
  run: (ctx, { confirm, inDays }) => {
    accountOf(ctx);
    return ctx.transaction(async (tx) => {
      const tenant = await getTenant(tx);
      requireName(confirm, tenant.name);
      const delaySeconds = inDays * DAY_SECONDS;
      const subject = { kind: "tenant", subjectId: tenant.id, twinId: null } as const;
      return requestErasure(ctx, tx, { ...subject, delaySeconds });
    });
  },
});

function requireName(typed: string, name: string): void {
  if (typed.trim() === name.trim()) return;
  throw new DomainError("invalid", "erasure.not_confirmed", "This is not its name.");
}
