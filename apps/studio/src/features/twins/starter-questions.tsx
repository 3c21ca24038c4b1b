import { Plus, X } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";

const MAX_QUESTIONS = 8;

export function StarterQuestions({
  questions,
  onChange,
}: {
  questions: readonly string[];
  onChange: (questions: string[]) => void;
}) {
  const replace = (index: number, ...by: string[]) =>
    onChange(questions.toSpliced(index, 1, ...by));
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-sm font-medium">Starter questions</legend>
      {questions.map((question, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question being typed has no other identity.
        <div key={index} className="flex gap-1">
          <Input
            aria-label={`Starter question ${index + 1}`}
            maxLength={200}
            value={question}
            onChange={(event) => replace(index, event.target.value)}
          />
          <IconButton label={`Remove question ${index + 1}`} onClick={() => replace(index)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
      {questions.length < MAX_QUESTIONS && (
        <div>
          <Button size="small" onClick={() => onChange([...questions, ""])}>
            <Plus aria-hidden />
            Add a question
          </Button>
        </div>
      )}
    </fieldset>
  );
}
