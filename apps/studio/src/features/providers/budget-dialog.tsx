import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Budget, Provider } from "@understudy/core/provider/contract";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { Dialog, DialogActions } from "#ui/dialog.tsx";
import { Field } from "#ui/field.tsx";
import { FormFailure } from "#ui/form-failure.tsx";
import { Input } from "#ui/input.tsx";

export function BudgetDialog({
  budget,
  price,
  onClose,
}: {
  budget: Budget;
  price: Provider["price"];
  onClose: () => void;
}) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [tokens, setTokens] = useState(budget.tokensPerMonth?.toString() ?? "");
  const [money, setMoney] = useState(budget.costPerMonth?.toString() ?? "");
  const saving = useMutation(
    trpc.provider.setBudget.mutationOptions({
      meta: { inline: true },
      onSuccess: async () => {
        await Promise.all([
          queryClient.invalidateQueries(trpc.provider.list.pathFilter()),
          queryClient.invalidateQueries(trpc.status.pathFilter()),
        ]);
        onClose();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate({
      twinId: budget.twinId,
      tokensPerMonth: numberOf(tokens),
      costPerMonth: numberOf(money),
    });
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={budget.twinId === null ? "Budget of the workspace" : `Budget of ${budget.name}`}
      description="Per calendar month, from the next call on. Empty: no limit."
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormFailure error={saving.error} />
        <Field label="Tokens per month" hint="Of prompts and answers together.">
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={0}
              step={1}
              value={tokens}
              onChange={(event) => setTokens(event.target.value)}
            />
          )}
        </Field>
        <Field
          label={`Money per month${price ? `, in ${price.currency}` : ""}`}
          hint={
            price
              ? `At ${price.perMillionInputTokens} for a million tokens of prompts and ${price.perMillionOutputTokens} of answers.`
              : "The model's price is not known: the operator can set OPENAI_CHAT_PRICE."
          }
        >
          {(ids) => (
            <Input
              {...ids}
              type="number"
              min={0}
              step={0.01}
              disabled={!price}
              value={money}
              onChange={(event) => setMoney(event.target.value)}
            />
          )}
        </Field>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" disabled={saving.isPending}>
            {saving.isPending ? "Saving…" : "Save"}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function numberOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}
