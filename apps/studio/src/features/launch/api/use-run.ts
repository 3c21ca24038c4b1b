import { useEffect, useRef, useState } from "react";
import type { Form } from "#app/api-search.ts";
import type { Called } from "./call-examples.ts";
import { type Reply, runExample } from "./run-example.ts";

export type Run =
  | { state: "idle" }
  | { state: "running"; text: string }
  | { state: "done"; reply: Reply; tookMs: number }
  | { state: "failed"; message: string };

/** One run at a time; another one, or another form, ends it. */
export function useRun(form: Form, called: Called) {
  const [run, setRun] = useState<Run>({ state: "idle" });
  const current = useRef<AbortController>(undefined);
  const stop = () => current.current?.abort();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another form shows nothing of the last one.
  useEffect(() => {
    setRun({ state: "idle" });
    return stop;
  }, [form]);
  const start = async () => {
    stop();
    const controller = new AbortController();
    current.current = controller;
    const { signal } = controller;
    const show = (next: Run) => !signal.aborted && setRun(next);
    const startedMs = performance.now();
    show({ state: "running", text: "" });
    try {
      const onText = (text: string) => show({ state: "running", text });
      const reply = await runExample(form, called, { signal, onText });
      show({ state: "done", reply, tookMs: performance.now() - startedMs });
    } catch (error) {
      show({ state: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  return { run, start };
}
