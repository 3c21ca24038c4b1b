import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import PeerMarkdown from "react-markdown";
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

const RENDERERS: Record<string, (text: string) => ReactNode> = {
  understudy: (text) => <CitedText message={{ ...STREAMED, text }} />,
  "react-markdown": (text) => <PeerMarkdown>{text}</PeerMarkdown>,
};

/** Draws every prefix, and gives the milliseconds of each; layout comes with the browser's frames. */
async function draw(name: string, prefixes: string[]): Promise<number[]> {
  const root = createRoot(document.querySelector("#root") as HTMLElement);
  const render = RENDERERS[name] as (text: string) => ReactNode;
  const times: number[] = [];
  for (const text of prefixes) {
    const started = performance.now();
    flushSync(() => root.render(render(text)));
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve));
  }
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return times;
}

Object.assign(globalThis, { draw });
