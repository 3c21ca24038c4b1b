import { updateBelief as storeUpdate } from "@understudy/db/queries/beliefs";
import { DomainError } from "../kernel/domain-error.ts";
import { useCase } from "../kernel/use-case.ts";
import { renewSource } from "../source/renew-source.ts";
import { editorOf } from "../verified-answer/editor-of.ts";
import { Belief, UpdateBeliefInput } from "./contract.ts";
import { readBelief, requireBelief } from "./read-belief.ts";
import { storeBelief, titleOfBelief } from "./store-belief.ts";

/** Each edit is a version; the last words answer until the new ones are taken in. */
export const updateBelief = useCase({
  permission: "belief.write",
  input: UpdateBeliefInput,
  output: Belief,
  run: async (ctx, { beliefId, version, ...edit }) => {
    const current = await ctx.transaction((tx) => requireBelief(tx, beliefId));
    const statement = edit.statement ?? current.statement;
    const scope = (edit.scope === undefined ? current.scope : edit.scope) || null;
    const changes = { statement, scope };
    const renewal = {
      ...(await storeBelief(ctx, statement)),
      sourceId: beliefId,
      kind: "belief",
      trigger: "edited",
      title: titleOfBelief(scope),
    } as const;
    await renewSource(ctx, renewal, async (tx) => {
      const seen = version ?? current.version;
      const editor = editorOf(ctx.actor);
      if (!(await storeUpdate(tx, { beliefId, version: seen, changes, editor }))) throw changed();
      const subject = { subjectKind: "belief", subjectId: beliefId };
      await ctx.audit(tx, { action: "belief.update", ...subject });
    });
    return ctx.transaction(async (tx) => readBelief(await requireBelief(tx, beliefId)));
  },
});

function changed(): DomainError {
  return new DomainError(
    "conflict",
    "belief.changed",
    "Somebody else has edited this belief meanwhile.",
  );
}
