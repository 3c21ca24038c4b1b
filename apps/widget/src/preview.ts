/** What the studio around the frame is asked in place of the server. */
interface PreviewCall {
  path: string;
  body: string | null;
  headers: Record<string, string>;
}

/** First how it went, then what was said, piece by piece, and null at the end. */
type PreviewReply = { status: number; contentType: string; messageId: string } | Uint8Array | null;

const settings = new URLSearchParams(location.search);
const page = document.documentElement;
page.lang = settings.get("language") ?? "";
page.style.colorScheme = settings.get("scheme") ?? "";

/** The frame holds no credential and may call nobody: the studio does, for who is signed in there. */
window.fetch = (address, { body, headers } = {}) => {
  const { port1: answers, port2: asked } = new MessageChannel();
  const { pathname, search } = new URL(String(address));
  const call: PreviewCall = {
    path: pathname + search,
    body: (body as string | null | undefined) ?? null,
    headers: headers as Record<string, string>,
  };
  return new Promise((resolve) => {
    let said: ReadableStreamDefaultController<Uint8Array>;
    const words = new ReadableStream<Uint8Array>({
      start(controller) {
        said = controller;
      },
    });
    answers.onmessage = ({ data }: MessageEvent<PreviewReply>) => {
      if (data === null) said.close();
      else if (data instanceof Uint8Array) said.enqueue(data);
      else {
        const { status, contentType, messageId } = data;
        const told = { "content-type": contentType, "x-message-id": messageId };
        resolve(new Response(words, { status, headers: told }));
      }
    };
    parent.postMessage(call, location.origin, [asked]);
  });
};

window.understudy = [["open"]];
const script = document.createElement("script");
script.src = `/widget.js${location.search}`;
document.body.append(script);
