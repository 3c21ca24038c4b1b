import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Input } from "./input.tsx";

const PAUSE_MS = 200;

/** Narrows a list by words, a moment after the last letter. */
export function SearchField({
  label,
  text,
  onChange,
}: {
  label: string;
  /** What the list is narrowed to now. */
  text: string;
  onChange: (text: string) => void;
}) {
  const [typed, setTyped] = useState(text);
  const apply = useEffectEvent((wanted: string) => {
    if (wanted !== text) onChange(wanted);
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <span className="relative inline-block w-56 max-md:w-full">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="pl-8"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}
