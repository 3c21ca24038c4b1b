import type { Twin } from "@understudy/core/twin/contract";
import { useMemo, useState } from "react";
import { useTRPCClient } from "#lib/trpc.ts";
import { useMedia } from "#lib/use-media.ts";
import { useSettled } from "#lib/use-settled.ts";
import { Segmented } from "#ui/segmented.tsx";
import { Select } from "#ui/select.tsx";
import type { LeadDraft } from "../lead-fields.tsx";
import type { Theme } from "../theme.ts";
import { PreviewFrame } from "./preview-frame.tsx";
import { WIDGET_LANGUAGES } from "./widget-languages.ts";

const SIZES = [
  { value: "page", label: "Page" },
  { value: "phone", label: "Phone" },
] as const;
const SCHEMES = [
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const;
const TYPING_MS = 500;

/** The widget itself, as it is typed before it is saved; it answers from the draft. */
export function WidgetPreview({
  theme: typed,
  lead: { leadCapture, consentText },
  twin,
}: {
  theme: Theme;
  lead: LeadDraft;
  twin: Twin;
}) {
  const api = useTRPCClient();
  const isDark = useMedia("(prefers-color-scheme: dark)");
  const [size, setSize] = useState<"page" | "phone">("page");
  const [scheme, setScheme] = useState<"light" | "dark" | null>(null);
  const [language, setLanguage] = useState("en");
  const [conversation] = useState({ id: "" });
  const theme = useSettled(typed, TYPING_MS);
  const seen = scheme ?? (isDark ? "dark" : "light");
  const visit = useMemo(() => {
    const colorScheme = theme.colorScheme === "auto" ? seen : theme.colorScheme;
    const lead = { ask: leadCapture, consentText };
    return { api, twin, lead, conversation, theme: { ...theme, colorScheme } };
  }, [api, twin, theme, seen, leadCapture, consentText, conversation]);
  const { accent, position, launcherText } = theme;
  const settings = { accent, position, launcherText, language, scheme: seen };
  return (
    <figure className="grid gap-2" aria-label="Preview">
      <figcaption className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span className="mr-auto">Answers from the draft</span>
        <Segmented label="Size" value={size} choices={SIZES} onChange={setSize} />
        <Segmented label="Seen by" value={seen} choices={SCHEMES} onChange={setScheme} />
        <Select
          aria-label="Language of the visitor"
          value={language}
          onChange={(event) => setLanguage(event.target.value)}
        >
          {WIDGET_LANGUAGES.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </figcaption>
      <PreviewFrame
        key={JSON.stringify([visit.theme, visit.lead, language])}
        visit={visit}
        settings={settings}
        isPhone={size === "phone"}
      />
    </figure>
  );
}
