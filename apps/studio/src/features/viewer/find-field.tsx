import { ChevronDown, ChevronUp, Search } from "lucide-react";
import { useEffect, useRef } from "react";
import { IconButton } from "#ui/icon-button.tsx";
import { Input } from "#ui/input.tsx";
import { MOST_MATCHES } from "./find-matches.ts";
import type { Finding } from "./use-viewer.ts";

/** Finds words in the text, in both panes; the browser's own search key leads here first. */
export function FindField({ finding }: { finding: Finding }) {
  const { words, count, current, setWords, step } = finding;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const isFind = event.key === "f" && (event.metaKey || event.ctrlKey) && !event.shiftKey;
      // Pressed again in the field, the browser's own search opens.
      if (!isFind || event.target === field.current) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return (
    <div className="flex items-center gap-0.5">
      <div className="relative w-56 max-md:flex-1">
        <Search
          aria-hidden
          className="absolute top-1/2 left-2 size-3.5 -translate-y-1/2 text-faint"
        />
        <Input
          ref={field}
          type="search"
          aria-label="Find in this source"
          placeholder="Find"
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") step(event.shiftKey ? -1 : 1);
            if (event.key === "Escape") {
              event.preventDefault();
              setWords("");
              field.current?.blur();
            }
          }}
          className="pr-20 pl-7 [&::-webkit-search-cancel-button]:hidden"
        />
        <span
          role="status"
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-xs text-faint tabular-nums"
        >
          {words.trim().length > 1 && outcome(count, current)}
        </span>
      </div>
      {count > 1 && (
        <>
          <IconButton label="Previous match" keys="⇧ ↵" size="small-icon" onClick={() => step(-1)}>
            <ChevronUp aria-hidden />
          </IconButton>
          <IconButton label="Next match" keys="↵" size="small-icon" onClick={() => step(1)}>
            <ChevronDown aria-hidden />
          </IconButton>
        </>
      )}
    </div>
  );
}

function outcome(count: number, current: number): string {
  if (count === 0) return "No match";
  return `${current + 1} of ${count}${count === MOST_MATCHES ? "+" : ""}`;
}
