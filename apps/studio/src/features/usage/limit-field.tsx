import type { UsageLimit } from "@understudy/core/usage/contract";
import { useState } from "react";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { amount, limitName } from "./usage-words.ts";

const BYTES_PER_MB = 1_000_000;

export function LimitField({
  limit,
  currency,
  onChange,
}: {
  limit: UsageLimit;
  currency: string | null;
  onChange: (most: number | null) => void;
}) {
  const { metric, used, limit: before } = limit;
  const shown = metric === "storageBytes" ? (before ?? 0) / BYTES_PER_MB : before;
  const [text, setText] = useState(before === null ? "" : String(shown));
  const hasNoPrice = metric === "spend" && currency === null;
  const change = (next: string) => {
    setText(next);
    onChange(next.trim() === "" ? null : readTyped(metric, next));
  };
  const hint = hasNoPrice
    ? "The model's price is not known: the operator can set OPENAI_CHAT_PRICE."
    : used !== null && `Used: ${amount(metric, used, currency)}.`;
  return (
    <Field label={`${limitName(limit)}${unitOf(metric, currency)}`} hint={hint}>
      {(ids) => (
        <Input
          {...ids}
          type="number"
          min={0}
          step={metric === "spend" ? 0.01 : metric === "storageBytes" ? "any" : 1}
          disabled={hasNoPrice && before === null}
          placeholder="No limit"
          value={text}
          onChange={(event) => change(event.target.value)}
        />
      )}
    </Field>
  );
}

function readTyped(metric: UsageLimit["metric"], typed: string): number {
  return metric === "storageBytes" ? Math.round(Number(typed) * BYTES_PER_MB) : Number(typed);
}

function unitOf(metric: UsageLimit["metric"], currency: string | null): string {
  if (metric === "storageBytes") return ", in MB";
  return metric === "spend" && currency ? `, in ${currency}` : "";
}
