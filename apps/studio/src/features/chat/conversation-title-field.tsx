import { useEffect, useRef } from "react";
import { Input } from "#ui/input.tsx";

const MAX_CHARACTERS = 120;

/** The title in its place in the list: `enter` or leaving keeps what was typed, `esc` does not. */
export function ConversationTitleField({
  title,
  onRename,
  onClose,
}: {
  title: string;
  onRename: (title: string) => void;
  onClose: () => void;
}) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // After the menu that opened it has given the focus back.
    const frame = requestAnimationFrame(() => field.current?.select());
    return () => cancelAnimationFrame(frame);
  }, []);
  const keep = () => {
    const typed = field.current?.value.trim() ?? "";
    if (typed !== "" && typed !== title) onRename(typed);
    onClose();
  };
  return (
    <Input
      ref={field}
      aria-label="Title of the conversation"
      maxLength={MAX_CHARACTERS}
      defaultValue={title}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === "Enter") keep();
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    />
  );
}
