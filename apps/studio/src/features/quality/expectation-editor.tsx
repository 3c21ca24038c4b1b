import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";
import { ChoosePassage } from "./choose-passage.tsx";
import { ChooseSource } from "./choose-source.tsx";
import { EXPECTATION_NAMES } from "./expectation-words.ts";
import type { Expectation } from "./quality.ts";

interface EditorProps {
  twinId: string;
  /** What is asked, for passages to choose from. */
  question: string;
  expectation: Expectation;
  onChange: (expectation: Expectation) => void;
}

export function ExpectationEditor({ onRemove, ...props }: EditorProps & { onRemove: () => void }) {
  const name = EXPECTATION_NAMES[props.expectation.kind];
  return (
    <div className="grid gap-2 rounded-md border border-line p-2 pl-3">
      <div className="flex items-center gap-2">
        <span className="flex-1 text-sm font-medium">{name}</span>
        <IconButton label={`Remove “${name}”`} size="small-icon" onClick={onRemove}>
          <X aria-hidden />
        </IconButton>
      </div>
      <Control {...props} />
    </div>
  );
}

function Control({ twinId, question, expectation, onChange }: EditorProps): ReactNode {
  const label = EXPECTATION_NAMES[expectation.kind];
  switch (expectation.kind) {
    case "cites_source":
      return <ChooseSource twinId={twinId} chosen={expectation} onChoose={onChange} />;
    case "cites_passage":
      return (
        <ChoosePassage
          twinId={twinId}
          question={question}
          chosen={expectation}
          onChoose={onChange}
        />
      );
    case "contains":
    case "lacks":
      return (
        <Input
          aria-label={label}
          placeholder="Words, as they stand in the answer"
          maxLength={2_000}
          value={expectation.text}
          onChange={(event) => onChange({ ...expectation, text: event.target.value })}
        />
      );
    case "judged":
      return (
        <Textarea
          aria-label={label}
          rows={2}
          maxLength={2_000}
          placeholder="… the answer names the price and how to pay it"
          value={expectation.demand}
          onChange={(event) => onChange({ ...expectation, demand: event.target.value })}
        />
      );
    case "supported":
      return (
        <p className="flex items-center gap-2 text-sm text-muted">
          At least
          <Input
            type="number"
            aria-label="Supported, in per cent"
            min={0}
            max={100}
            step={5}
            className="w-20"
            value={Math.round(expectation.share * 100)}
            onChange={(event) =>
              onChange({ ...expectation, share: Number(event.target.value) / 100 })
            }
          />
          % of its sentences
        </p>
      );
    case "refuses":
      return <p className="text-sm text-muted">The no-answer message, or a boundary’s reply.</p>;
    case "verified":
      return <p className="text-sm text-muted">In your own words, before all sources.</p>;
  }
}
