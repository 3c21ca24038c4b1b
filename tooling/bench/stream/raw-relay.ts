// The least that passes a model's words on: each token read from the model and written as an event.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

const [MODEL_URL = ""] = process.argv.slice(2);

const server = createServer((asked, response) => {
  asked.resume();
  asked.once("end", () => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    const call = request(`${MODEL_URL}/chat/completions`, { method: "POST" });
    call.once("response", (reply) => relay(reply, response));
    call.end("{}");
  });
});
server.listen(0, "127.0.0.1", () => {
  console.log((server.address() as AddressInfo).port);
});

function relay(reply: IncomingMessage, response: ServerResponse): void {
  let at = 0;
  let rest = "";
  reply.setEncoding("utf8");
  reply.on("data", (piece: string) => {
    const frames = (rest + piece).split("\n\n");
    rest = frames.pop() ?? "";
    for (const frame of frames) {
      const data = frame.slice("data: ".length);
      if (data === "[DONE]") continue;
      const text: string = JSON.parse(data).choices[0]?.delta.content ?? "";
      at += 1;
      response.write(`id: ${at}\ndata: ${JSON.stringify({ type: "delta", text })}\n\n`);
    }
  });
  reply.once("end", () => response.end());
}
