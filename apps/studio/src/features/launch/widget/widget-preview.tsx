import type { Twin } from "@understudy/core/twin/contract";
import { MessageCircle } from "lucide-react";
import type { Theme } from "../theme.ts";
import { readableOn } from "./readable-on.ts";

const INK = {
  light: { ground: "#ffffff", ink: "#16181d", soft: "#5b616e", line: "#e3e5ea" },
  dark: { ground: "#16181d", ink: "#eceef2", soft: "#a3a9b6", line: "#2f333c" },
};

/** The widget as a visitor finds it, drawn from what is typed before it is saved. */
export function WidgetPreview({
  theme,
  twin,
  isDark,
}: {
  theme: Theme;
  twin: Twin;
  isDark: boolean;
}) {
  const scheme = theme.colorScheme === "auto" ? (isDark ? "dark" : "light") : theme.colorScheme;
  const { ground, ink, soft, line } = INK[scheme];
  const fill = { background: theme.accent, color: readableOn(theme.accent) };
  const title = theme.title || twin.name;
  const greeting = theme.greeting || twin.firstMessage || `Ask me about my work.`;
  const questions = theme.starterQuestions ?? twin.starterQuestions;
  const isLeft = theme.position === "bottom-left";
  return (
    <figure className="grid gap-2" aria-label="Preview">
      <figcaption className="text-sm text-muted">As visitors see it</figcaption>
      <div
        className="flex min-h-[26rem] flex-col justify-end gap-3 rounded-lg border border-line bg-sunken p-4"
        style={{ alignItems: isLeft ? "flex-start" : "flex-end" }}
      >
        <div
          className="flex w-full max-w-80 flex-col overflow-hidden border text-sm shadow-float"
          style={{ background: ground, color: ink, borderColor: line, borderRadius: theme.radius }}
        >
          <div className="flex items-center gap-2 border-b p-3" style={{ borderColor: line }}>
            {theme.avatar && (
              <img src={theme.avatar} alt="" className="size-7 rounded-full object-cover" />
            )}
            <strong className="truncate">{title}</strong>
          </div>
          <div className="grid gap-3 p-3">
            <p className="text-pretty">{greeting}</p>
            {questions.slice(0, 3).map((question) => (
              <p
                key={question}
                className="justify-self-start border px-2.5 py-1"
                style={{ borderColor: line, borderRadius: Math.min(theme.radius, 14) }}
              >
                {question}
              </p>
            ))}
            <p
              className="max-w-[85%] justify-self-end px-2.5 py-1"
              style={{ ...fill, borderRadius: Math.min(theme.radius, 14) }}
            >
              What should I read first?
            </p>
            <p className="text-xs" style={{ color: soft }}>
              An AI answers, from {twin.name}'s material.
            </p>
          </div>
        </div>
        <span
          className="inline-flex h-12 min-w-12 items-center justify-center gap-2 px-3.5 font-medium"
          style={{ ...fill, borderRadius: theme.launcherText ? theme.radius : 999 }}
        >
          <MessageCircle aria-hidden className="size-5" />
          {theme.launcherText}
        </span>
      </div>
    </figure>
  );
}
