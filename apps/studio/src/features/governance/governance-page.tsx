import { useNavigate, useSearch } from "@tanstack/react-router";
import { usePageTitle } from "#lib/use-page-title.ts";
import { RulesScreen } from "./rules-screen.tsx";

export function GovernancePage() {
  usePageTitle("Governance");
  const search = useSearch({ from: "/studio/settings/governance" });
  const navigate = useNavigate({ from: "/settings/governance" });
  return (
    <RulesScreen
      twinId={null}
      title="Governance"
      detail="What holds for every twin, whoever made it"
      search={search}
      onSearch={(next) => void navigate({ search: next })}
    />
  );
}
