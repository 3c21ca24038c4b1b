import { useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarClock } from "lucide-react";
import { Button } from "#ui/button.tsx";
import { SearchField } from "#ui/search-field.tsx";

/** What the list is narrowed to stands in the address. */
export function AnswerFilters() {
  const { due, search } = useSearch({ from: "/studio/twins/$twinId/verified" });
  const navigate = useNavigate({ from: "/twins/$twinId/verified" });
  return (
    <>
      <SearchField
        label="Find in questions and answers"
        text={search ?? ""}
        onChange={(text) =>
          void navigate({ search: (now) => ({ ...now, search: text || undefined }), replace: true })
        }
      />
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
