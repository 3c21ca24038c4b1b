import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { randomId } from "#lib/random-id.ts";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";

/** Rules of one kind, each in a card of its own, and a button for one more. */
export function RuleList<Rule extends { id: string }>({
  label,
  action,
  noun,
  rules,
  most,
  blank,
  onChange,
  children,
}: {
  label: string;
  /** What the button says. */
  action: string;
  noun: string;
  rules: readonly Rule[];
  most: number;
  blank: Omit<Rule, "id">;
  onChange: (rules: Rule[]) => void;
  children: (rule: Rule, change: (fields: Partial<Rule>) => void) => ReactNode;
}) {
  const replace = (index: number, ...by: Rule[]) => onChange(rules.toSpliced(index, 1, ...by));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">{label}</legend>
      {rules.map((rule, index) => (
        <fieldset
          key={rule.id}
          aria-label={`${noun} ${index + 1}`}
          className="flex items-start gap-1 rounded-lg border border-line py-3 pr-1 pl-3"
        >
          <div className="grid min-w-0 flex-1 gap-3">
            {children(rule, (fields) => replace(index, { ...rule, ...fields }))}
          </div>
          <IconButton
            label={`Remove ${noun.toLowerCase()} ${index + 1}`}
            onClick={() => replace(index)}
          >
            <X aria-hidden />
          </IconButton>
        </fieldset>
      ))}
      {rules.length < most && (
        <div>
          <Button
            size="small"
            onClick={() => onChange([...rules, { ...blank, id: randomId() } as Rule])}
          >
            <Plus aria-hidden />
            {action}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
