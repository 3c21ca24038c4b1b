import { findPersonOf } from "@understudy/db/queries/persons";
import { z } from "zod";
import { notFound } from "../kernel/domain-error.ts";
import { requireAllTwins, useCase } from "../kernel/use-case.ts";
import { DataExport, VisitorRef } from "../privacy/contract.ts";
import { TwinRef } from "../twin/contract.ts";
import { requireTwin } from "../twin/twins.ts";
import { requestExport } from "./request-export.ts";

/** All that is kept of someone who talked to a twin, for them to have. */
export const exportVisitor = useCase({
  permission: "privacy.write",
  input: VisitorRef,
  output: DataExport,
  run: (ctx, { visitorId }) =>
    ctx.transaction(async (tx) => {
      const person = await findPersonOf(tx, visitorId);
      if (!person) throw notFound("visitor");
      const { id: subjectId, twinId } = person;
      return requestExport(ctx, tx, { kind: "visitor", subjectId, twinId });
    }),
});

/** All that belongs to a twin, its visitors and conversations included. */
export const exportTwin = useCase({
  permission: "privacy.write",
  input: TwinRef,
  output: DataExport,
  run: (ctx, { twinId }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      return requestExport(ctx, tx, { kind: "twin", subjectId: twinId, twinId });
    }),
});

/** All that belongs to the workspace. */
export const exportTenant = useCase({
  permission: "tenant.export",
  input: z.object({}),
  output: DataExport,
  run: (ctx) => {
    requireAllTwins(ctx);
    const { tenantId: subjectId } = ctx.actor;
    return ctx.transaction((tx) =>
      requestExport(ctx, tx, { kind: "tenant", subjectId, twinId: null }),
    );
  },
});
