import { useNavigate } from "@tanstack/react-router";
import { TENANT_ENTRIES, TWIN_ENTRIES } from "./entries.ts";
import type { Choice } from "./use-action-choices.tsx";

export function useScreenChoices(twinId: string | undefined): Choice[] {
  const navigate = useNavigate();
  const ofTwin = TWIN_ENTRIES.map(({ to, label, icon: Icon }) => ({
    id: `go-${label}`,
    label,
    icon: <Icon aria-hidden />,
    run: () => twinId && navigate({ to, params: { twinId }, search: {} }),
  }));
  const ofTenant = TENANT_ENTRIES.map(({ to, label, icon: Icon }) => ({
    id: `go-${label}`,
    label,
    icon: <Icon aria-hidden />,
    run: () => navigate({ to, search: {} }),
  }));
  return [...(twinId ? ofTwin : []), ...ofTenant];
}
