import { useEffect, useRef } from "react";
import { answerPreview, type PreviewCall, type PreviewVisit } from "./answer-preview.ts";
import { useKeptFocus } from "./use-kept-focus.ts";

/** The real widget, in a frame that can call nobody but this page. */
export function PreviewFrame({
  visit,
  settings,
  isPhone,
}: {
  visit: PreviewVisit;
  /** Of the frame's page: the launcher's look, the language and the colour scheme. */
  settings: Record<string, string>;
  isPhone: boolean;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  useKeptFocus(frame);
  useEffect(() => {
    const listen = ({ source, data, ports: [port] }: MessageEvent<PreviewCall>) => {
      if (port && source === frame.current?.contentWindow) void relay(visit, data, port);
    };
    window.addEventListener("message", listen);
    return () => window.removeEventListener("message", listen);
  }, [visit]);
  return (
    <iframe
      ref={frame}
      title="The widget on a page"
      sandbox="allow-scripts allow-popups"
      src={`/widget-preview?${new URLSearchParams(settings)}`}
      className={`h-[42rem] max-w-full rounded-lg border border-line ${isPhone ? "mx-auto w-[23.5rem]" : "w-full"}`}
    />
  );
}

async function relay(visit: PreviewVisit, call: PreviewCall, port: MessagePort): Promise<void> {
  const reply = await answerPreview(visit, call);
  port.postMessage({
    status: reply.status,
    contentType: reply.headers.get("content-type") ?? "",
    messageId: reply.headers.get("x-message-id") ?? "",
  });
  const words = reply.body?.getReader();
  for (let read = await words?.read(); read?.value; read = await words?.read()) {
    port.postMessage(read.value);
  }
  port.postMessage(null);
}
