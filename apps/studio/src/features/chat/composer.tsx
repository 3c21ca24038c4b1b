import { ArrowUp, Square } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { HELD_UP } from "./answer.tsx";

const MAX_CHARACTERS = 8_000;

/** `enter` sends, `shift`+`enter` starts a line; while an answer comes, the button stops it. */
export function Composer({
  twinName,
  isAnswering,
  isHeldUp = false,
  autoFocus = true,
  onAsk,
  onStop,
}: {
  twinName: string;
  isAnswering: boolean;
  /** The server has too much to do to begin, and is asked again. */
  isHeldUp?: boolean;
  autoFocus?: boolean;
  /** `giveBack` puts the words where they were, when they could not be asked. */
  onAsk: (question: string, giveBack: () => void) => void;
  onStop?: () => void;
}) {
  const [text, setText] = useState("");
  const [sent, setSent] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // On a phone the focus would bring up the keyboard before anyone has read a word.
    if (autoFocus && matchMedia("(pointer: fine)").matches) field.current?.focus();
  }, [autoFocus]);
  const canSend = text.trim() !== "" && !isAnswering;
  const send = () => {
    if (!canSend) return;
    onAsk(text.trim(), () => setText((typed) => typed || text));
    setSent(text);
    setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  };
  return (
    <>
      <p role="status" className={isHeldUp ? "px-3 pb-1 text-sm text-muted" : "sr-only"}>
        {isHeldUp && HELD_UP}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        className="flex items-end gap-1 rounded-xl border border-edge bg-surface p-1.5 focus-within:outline-2 focus-within:outline-accent-text"
      >
        <textarea
          aria-label={`Ask ${twinName}`}
          placeholder={`Ask ${twinName}…`}
          ref={field}
          rows={1}
          maxLength={MAX_CHARACTERS}
          readOnly={isHeldUp}
          value={isHeldUp ? sent : text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="field-sizing-content max-h-[40vh] min-h-8 min-w-0 flex-1 resize-none bg-transparent px-2 py-1.5 text-base outline-none max-md:text-lg"
        />
        {isAnswering && onStop ? (
          // A button of its own: the click that stops would else, once the words are back, send them.
          <IconButton key="stop" label="Stop" variant="secondary" onClick={onStop}>
            <Square aria-hidden className="fill-current" />
          </IconButton>
        ) : (
          <IconButton label="Send" keys="↵" type="submit" variant="primary" disabled={!canSend}>
            <ArrowUp aria-hidden />
          </IconButton>
        )}
      </form>
    </>
  );
}
