import { useNavigate } from "@tanstack/react-router";
import {
  Globe,
  LogOut,
  MessageSquarePlus,
  Monitor,
  Moon,
  NotebookPen,
  Plus,
  Sun,
} from "lucide-react";
import type { ReactNode } from "react";
import { useTheme } from "#lib/use-theme.ts";
import { useSignOut } from "./account-menu.tsx";

export interface Choice {
  id: string;
  label: string;
  icon: ReactNode;
  keywords?: string[];
  run: () => unknown;
}

export function useActionChoices(twinId: string | undefined): Choice[] {
  const navigate = useNavigate();
  const [, setTheme] = useTheme();
  const signOut = useSignOut();
  const ofTwin: Choice[] = twinId
    ? [
        {
          id: "do-ask",
          label: "New conversation",
          icon: <MessageSquarePlus aria-hidden />,
          keywords: ["ask", "chat"],
          run: () => navigate({ to: "/twins/$twinId/chat", params: { twinId }, search: {} }),
        },
        {
          id: "do-page",
          label: "Add a page by its address",
          icon: <Globe aria-hidden />,
          keywords: ["source", "teach", "url", "web", "link"],
          run: () =>
            navigate({
              to: "/twins/$twinId/sources",
              params: { twinId },
              search: { add: "page" },
            }),
        },
        {
          id: "do-note",
          label: "Add a note",
          icon: <NotebookPen aria-hidden />,
          keywords: ["source", "teach", "text"],
          run: () =>
            navigate({
              to: "/twins/$twinId/sources",
              params: { twinId },
              search: { add: "note" },
            }),
        },
      ]
    : [];
  return [
    ...ofTwin,
    {
      id: "do-twin",
      label: "New twin",
      icon: <Plus aria-hidden />,
      keywords: ["create"],
      run: () => navigate({ to: "/twins", search: { new: true } }),
    },
    ...themeChoices(setTheme),
    { id: "do-leave", label: "Sign out", icon: <LogOut aria-hidden />, run: signOut },
  ];
}

function themeChoices(setTheme: ReturnType<typeof useTheme>[1]): Choice[] {
  return [
    {
      id: "theme-light",
      label: "Light theme",
      icon: <Sun aria-hidden />,
      run: () => setTheme("light"),
    },
    {
      id: "theme-dark",
      label: "Dark theme",
      icon: <Moon aria-hidden />,
      run: () => setTheme("dark"),
    },
    {
      id: "theme-system",
      label: "System theme",
      icon: <Monitor aria-hidden />,
      run: () => setTheme("system"),
    },
  ];
}
