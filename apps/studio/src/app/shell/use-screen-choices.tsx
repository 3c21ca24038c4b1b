import { useNavigate } from "@tanstack/react-router";
import { Rocket } from "lucide-react";
import { WAYS_IN } from "#features/launch/ways-in.ts";
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
  const waysIn = WAYS_IN.map(({ to, label }) => ({
    id: `go-launch-${label}`,
    label: `Launch: ${label}`,
    icon: <Rocket aria-hidden />,
    run: () => twinId && navigate({ to, params: { twinId }, search: {} }),
  }));
  const ofTenant = TENANT_ENTRIES.map(({ to, label, icon: Icon }) => ({
    id: `go-${label}`,
    label,
    icon: <Icon aria-hidden />,
    run: () => navigate({ to, search: {} }),
  }));
  return [...(twinId ? [...ofTwin, ...waysIn] : []), ...ofTenant];
}
