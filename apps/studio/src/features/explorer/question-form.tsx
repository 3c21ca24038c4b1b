import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { type FormEvent, useState } from "react";
import { AskAs } from "#features/chat/ask-as.tsx";
import { Button } from "#ui/button.tsx";
import { Field } from "#ui/field.tsx";
import { Input } from "#ui/input.tsx";
import { Textarea } from "#ui/textarea.tsx";

/** The question, and what it follows, if it does; both stand in the address. */
export function QuestionForm({ twinId }: { twinId: string }) {
  const { q, earlier, as } = useSearch({ from: "/studio/twins/$twinId/explorer" });
  const navigate = useNavigate({ from: "/twins/$twinId/explorer" });
  const [query, setQuery] = useState(q ?? "");
  const [before, setBefore] = useState(earlier?.join("\n") ?? "");
  const [follows, setFollows] = useState(earlier !== undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = query.trim();
    const texts = follows ? before.split("\n").filter((text) => text.trim() !== "") : [];
    const next = { q: asked || undefined, earlier: texts.length > 0 ? texts : undefined };
    void navigate({ search: (now) => ({ ...now, ...next }) });
  };
  return (
    <form onSubmit={submit} className="grid gap-2 px-6 pb-3 max-md:px-4">
      <div className="flex gap-2">
        <span className="relative min-w-0 flex-1">
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
          />
          <Input
            type="search"
            aria-label="A question to explore"
            placeholder="Ask as a visitor would"
            maxLength={2_000}
            autoFocus={q === undefined}
            className="pl-8"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </span>
        <Button type="submit" variant="primary" className="max-md:h-10">
          Explore
        </Button>
      </div>
      <AskAs
        twinId={twinId}
        groupIds={as}
        onChange={(chosen) => navigate({ search: (now) => ({ ...now, as: chosen }) })}
      />
      {follows ? (
        <Field
          label="Asked before it"
          hint="One question per line; yours is understood as one that follows them in a conversation."
        >
          {(ids) => (
            <Textarea
              {...ids}
              rows={2}
              maxLength={2_000}
              value={before}
              onChange={(event) => setBefore(event.target.value)}
            />
          )}
        </Field>
      ) : (
        <Button
          variant="ghost"
          size="small"
          className="justify-self-start"
          onClick={() => setFollows(true)}
        >
          It follows another question
        </Button>
      )}
    </form>
  );
}
