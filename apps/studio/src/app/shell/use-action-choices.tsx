import { useNavigate } from "@tanstack/react-router";
import {
  FileUp,
  Globe,
  LogOut,
  MessageSquarePlus,
  Monitor,
  MonitorPlay,
  Moon,
  Network,
  NotebookPen,
  Plus,
  Sun,
  UserRound,
} from "lucide-react";
import type { ReactNode } from "react";
import type { AddedKind } from "#features/sources/add/added-kinds.ts";
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
        ...addChoices((add) =>
          navigate({ to: "/twins/$twinId/sources", params: { twinId }, search: { add } }),
        ),
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
    {
      id: "do-account",
      label: "Account and sessions",
      icon: <UserRound aria-hidden />,
      keywords: ["password"],
      run: () => navigate({ to: "/account" }),
    },
    { id: "do-leave", label: "Sign out", icon: <LogOut aria-hidden />, run: signOut },
  ];
}

function addChoices(open: (kind: AddedKind) => unknown): Choice[] {
  const choice = (kind: AddedKind, label: string, icon: ReactNode, keywords: string[]): Choice => ({
    id: `do-${kind}`,
    label,
    icon,
    keywords: ["source", "teach", ...keywords],
    run: () => open(kind),
  });
  return [
    choice("files", "Add files", <FileUp aria-hidden />, ["upload", "pdf", "zip"]),
    choice("page", "Add a page by its address", <Globe aria-hidden />, ["url", "web", "link"]),
    choice("site", "Add a site", <Network aria-hidden />, ["crawl", "sitemap", "feed"]),
    choice("video", "Add a video", <MonitorPlay aria-hidden />, ["youtube", "transcript"]),
    choice("note", "Add a note", <NotebookPen aria-hidden />, ["text"]),
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
