import { findPublicPage, savePublicPage } from "@understudy/db/queries/public-pages";
import type { TenantTx } from "@understudy/db/scope";
import type { Context } from "../kernel/context.ts";
import { useCase } from "../kernel/use-case.ts";
import { TwinRef } from "../twin/contract.ts";
import { requireTwin } from "../twin/twins.ts";
import { Theme } from "../widget/theme.ts";
import { PublicPage, UpdatePublicPageInput } from "./contract.ts";

export const getPublicPage = useCase({
  permission: "launch.read",
  input: TwinRef,
  output: PublicPage,
  run: (ctx, { twinId }) => ctx.transaction((tx) => readPage(ctx, tx, twinId)),
});

export const updatePublicPage = useCase({
  permission: "launch.write",
  input: UpdatePublicPageInput,
  output: PublicPage,
  run: (ctx, { twinId, ...changes }) =>
    ctx.transaction(async (tx) => {
      await requireTwin(tx, twinId);
      await savePublicPage(tx, { twinId, changes });
      await ctx.audit(tx, { action: "publicPage.update", subjectKind: "twin", subjectId: twinId });
      return readPage(ctx, tx, twinId);
    }),
});

async function readPage({ ports }: Context, tx: TenantTx, twinId: string): Promise<PublicPage> {
  const { handle } = await requireTwin(tx, twinId);
  const page = await findPublicPage(tx, twinId);
  return {
    twinId,
    url: `${ports.publicUrl}/t/${handle}`,
    isOn: page?.isOn ?? true,
    isIndexed: page?.isIndexed ?? true,
    title: page?.title ?? "",
    description: page?.description ?? "",
    theme: Theme.catch(Theme.parse({})).parse(page?.theme ?? {}),
    leadCapture: page?.leadCapture ?? "off",
    consentText: page?.consentText ?? "",
  };
}
