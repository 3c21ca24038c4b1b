import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTwin } from "#features/twins/use-twin.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { RulesScreen } from "./rules-screen.tsx";

export function TwinRulesPage() {
  const twin = useTwin();
  usePageTitle("Rules", twin.name);
  const search = useSearch({ from: "/studio/twins/$twinId/rules" });
  const navigate = useNavigate({ from: "/twins/$twinId/rules" });
  return (
    <RulesScreen
      key={twin.id}
      twinId={twin.id}
      title="Rules"
      detail="What this twin adds to the workspace's"
      search={search}
      onSearch={(next) => void navigate({ search: next })}
      note={
        <p className="border-b border-line py-4 text-sm text-pretty text-muted">
          The{" "}
          <Link to="/settings/governance" className="text-accent-text underline">
            rules of the workspace
          </Link>{" "}
          hold here too, and can only be made narrower. They hold at once and for every release;
          what belongs to the twin's manner is set under{" "}
          <Link
            to="/twins/$twinId/character"
            params={{ twinId: twin.id }}
            className="text-accent-text underline"
          >
            Character
          </Link>{" "}
          and is published with it.
        </p>
      }
    />
  );
}
