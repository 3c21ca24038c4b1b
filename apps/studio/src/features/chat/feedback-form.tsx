import { type KeyboardEvent, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Textarea } from "#ui/textarea.tsx";

const MAX_CHARACTERS = 2_000;

export function FeedbackForm({
  comment,
  onSend,
  onClose,
}: {
  comment: string;
  onSend: (comment: string) => void;
  onClose: () => void;
}) {
  const [text, setText] = useState(comment);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
    }
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) onSend(text.trim());
  };
  return (
    <form
      className="ml-1.5 grid w-[min(28rem,100%)] gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
      }}
    >
      <Textarea
        autoFocus
        rows={2}
        maxLength={MAX_CHARACTERS}
        aria-label="What is wrong with this answer?"
        placeholder="What is wrong with it? (optional)"
        value={text}
        onKeyDown={onKeyDown}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex gap-2">
        <Button size="small" type="submit" variant="primary">
          Send
        </Button>
        <Button size="small" onClick={onClose}>
          Not now
        </Button>
      </div>
    </form>
  );
}
