// First: React takes its message port when it is loaded.
import "./note-tasks.ts";
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import PeerMarkdown from "react-markdown";
import remarkGfm from "remark-gfm";
// @boundaries-ignore the studio is an application: what is measured is its own component
import { CitedText } from "../../../../apps/studio/src/features/chat/cited-text.tsx";
// @boundaries-ignore the shape of what that component draws
import type { ThreadMessage } from "../../../../apps/studio/src/features/chat/thread.ts";

const STREAMED: ThreadMessage = {
  id: "answer",
  role: "assistant",
  text: "",
  status: "streaming",
  answered: null,
  refused: false,
  verified: false,
  writer: null,
  model: null,
  supportedShare: null,
  unsupportedSpans: [],
  citations: [],
  releaseId: null,
  feedback: null,
  createdAt: "2026-01-01T00:00:00.000Z",
};

/** Without it, the peer knows no tables. */
const GFM = [remarkGfm];

const RENDERERS: Record<string, (text: string) => ReactNode> = {
  understudy: (text) => <CitedText message={{ ...STREAMED, text }} />,
  "plain text": (text) => <p>{text}</p>,
  "react-markdown": (text) => <PeerMarkdown remarkPlugins={GFM}>{text}</PeerMarkdown>,
};

declare const tasksMs: readonly number[];
/** Time for what was put off, and for the last frame. */
const SETTLE_MS = 100;

/** Draws every prefix, and gives the milliseconds of each; layout comes with the browser's frames. */
async function draw(name: string, text: string, chunks: number): Promise<number[]> {
  const root = createRoot(document.querySelector("#root") as HTMLElement);
  const render = RENDERERS[name] as (text: string) => ReactNode;
  const times: number[] = [];
  for (let chunk = 1; chunk <= chunks; chunk += 1) {
    const came = text.slice(0, Math.round((chunk * text.length) / chunks));
    const started = performance.now();
    flushSync(() => root.render(render(came)));
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve));
  }
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return [...times, ...tasksMs];
}

Object.assign(globalThis, { draw });
