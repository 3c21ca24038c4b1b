import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LogOut, Monitor, Moon, Sun, UserRound } from "lucide-react";
import { personQuery, signOut } from "#lib/account.ts";
import { useTheme } from "#lib/use-theme.ts";
import { Button } from "#ui/button.tsx";
import { Menu, MenuChoices, MenuItem, MenuLabel, MenuSeparator } from "#ui/menu.tsx";

const THEMES = [
  { value: "system", label: "System", icon: <Monitor aria-hidden /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
] as const;

export function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await signOut();
    queryClient.clear();
    queryClient.setQueryData(personQuery.queryKey, null);
    await navigate({ to: "/sign-in", search: {} });
  };
}

export function AccountMenu() {
  const { data: person } = useQuery(personQuery);
  const [theme, setTheme] = useTheme();
  const leave = useSignOut();
  const navigate = useNavigate();
  const initial = (person?.name || person?.email || "?").slice(0, 1).toUpperCase();
  return (
    <Menu
      className="w-56"
      trigger={
        <Button variant="ghost" size="icon" aria-label="Account">
          <span
            aria-hidden
            className="grid size-6 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text"
          >
            {initial}
          </span>
        </Button>
      }
    >
      <div className="px-2 py-1.5">
        <p className="truncate font-medium">{person?.name}</p>
        <p className="truncate text-sm text-muted">{person?.email}</p>
      </div>
      <MenuSeparator />
      <MenuLabel>Theme</MenuLabel>
      <MenuChoices value={theme} onChange={setTheme} choices={THEMES} />
      <MenuSeparator />
      <MenuItem onSelect={() => navigate({ to: "/account" })}>
        <UserRound aria-hidden />
        Account and sessions
      </MenuItem>
      <MenuItem onSelect={leave}>
        <LogOut aria-hidden />
        Sign out
      </MenuItem>
    </Menu>
  );
}
