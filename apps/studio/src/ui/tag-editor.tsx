import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "./button.tsx";
import { Input } from "./input.tsx";

export function TagEditor({
  tags,
  onChange,
}: {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}) {
  const [text, setText] = useState("");
  return (
    <>
      {tags.map((tag) => (
        <Button
          key={tag}
          aria-label={`Take off the tag ${tag}`}
          onClick={() => onChange(tags.filter((each) => each !== tag))}
        >
          #{tag}
          <X aria-hidden />
        </Button>
      ))}
      <form
        className="flex items-center gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) onChange([...tags, text.trim()]);
          setText("");
        }}
      >
        <Input
          aria-label="New tag"
          placeholder="Tag"
          maxLength={40}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="h-8 w-24"
        />
        <Button type="submit" aria-label="Add the tag" disabled={!text.trim()}>
          <Plus aria-hidden />
        </Button>
      </form>
    </>
  );
}
