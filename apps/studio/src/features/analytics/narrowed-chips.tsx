import { useNavigate } from "@tanstack/react-router";
import { X } from "lucide-react";
import type { Narrowed } from "#app/analytics-search.ts";
import { CHANNEL_NAMES } from "#features/conversations/conversation-words.ts";
import { languageName } from "#lib/language-name.ts";
import { Button } from "#ui/button.tsx";

const WORDS: { [Name in keyof Narrowed]-?: (value: string) => string } = {
  channel: (value) => CHANNEL_NAMES[value as keyof typeof CHANNEL_NAMES],
  shareLinkId: () => "One share link",
  widgetId: () => "One widget",
  apiKeyId: () => "One key",
  accessGroupId: () => "One access group",
  releaseId: (value) => (value === "draft" ? "Answered by the draft" : "One release"),
  language: languageName,
};

/** What the screen is narrowed to, each to be taken off. */
export function NarrowedChips({ narrowed }: { narrowed: Narrowed }) {
  const navigate = useNavigate({ from: "/twins/$twinId/analytics" });
  const given = Object.entries(narrowed) as [keyof Narrowed, string][];
  return given.map(([name, value]) => (
    <Button
      key={name}
      onClick={() => void navigate({ search: (now) => ({ ...now, [name]: undefined }) })}
    >
      {WORDS[name](value)}
      <X aria-hidden />
      <span className="sr-only">, take it off</span>
    </Button>
  ));
}
