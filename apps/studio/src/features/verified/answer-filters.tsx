import { useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarClock, Search } from "lucide-react";
import { useEffect, useEffectEvent, useState } from "react";
import { Button } from "#ui/button.tsx";
import { Input } from "#ui/input.tsx";

const PAUSE_MS = 200;

/** What the list is narrowed to stands in the address. */
export function AnswerFilters() {
  const { due, search } = useSearch({ from: "/studio/twins/$twinId/verified" });
  const navigate = useNavigate({ from: "/twins/$twinId/verified" });
  const [typed, setTyped] = useState(search ?? "");
  const apply = useEffectEvent((text: string) => {
    if (text === (search ?? "")) return;
    void navigate({ search: (now) => ({ ...now, search: text || undefined }), replace: true });
  });
  useEffect(() => {
    const timer = setTimeout(() => apply(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <span className="relative w-56 max-md:w-full">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-faint"
        />
        <Input
          type="search"
          aria-label="Find in questions and answers"
          placeholder="Find in questions and answers"
          className="pl-8"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </span>
      <Button
        aria-pressed={due === true}
        className="aria-pressed:bg-selected"
        onClick={() => navigate({ search: (now) => ({ ...now, due: due ? undefined : true }) })}
      >
        <CalendarClock aria-hidden />
        Review due
      </Button>
    </>
  );
}
