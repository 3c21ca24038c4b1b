import { useNavigate, useSearch } from "@tanstack/react-router";
import { Search } from "lucide-react";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { RetryFailedButton } from "#features/jobs/retry-failed-button.tsx";
import { isTyping } from "#lib/is-typing.ts";
import { Input } from "#ui/input.tsx";
import { Segmented } from "#ui/segmented.tsx";

const STATUSES = [
  { value: "all", label: "All" },
  { value: "live", label: "Live" },
  { value: "processing", label: "Processing" },
  { value: "failed", label: "Failed" },
] as const;

const PAUSE_MS = 200;

/** What the list is narrowed to stands in the address. */
export function SourceFilters({ twinId }: { twinId: string }) {
  const { status } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pb-3 max-md:px-4">
      <Segmented
        label="State"
        value={status ?? "all"}
        onChange={(chosen) =>
          navigate({
            search: (current) => ({ ...current, status: chosen === "all" ? undefined : chosen }),
          })
        }
        choices={STATUSES}
      />
      <SearchField />
      {status === "failed" && <RetryFailedButton twinId={twinId} />}
    </div>
  );
}

function SearchField() {
  const { search } = useSearch({ from: "/studio/twins/$twinId/sources" });
  const navigate = useNavigate({ from: "/twins/$twinId/sources" });
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search ?? "");
  const apply = useEffectEvent((text: string) => {
    if (text === (search ?? "")) return;
    void navigate({
      search: (current) => ({ ...current, search: text || undefined }),
      replace: true,
    });
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener("keydown", focus);
    return () => document.removeEventListener("keydown", focus);
  }, []);
  return (
    <span className="relative w-56 max-md:w-full">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
      />
      <Input
        ref={input}
        type="search"
        aria-label="Find a source by its title"
        aria-keyshortcuts="/"
        placeholder="Find by title"
        className="pl-8"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </span>
  );
}
