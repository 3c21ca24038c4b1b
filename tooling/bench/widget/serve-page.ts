import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
};

export interface Served extends AsyncDisposable {
  origin: string;
  /** What stands in the page from now on. */
  place(tag: string): void;
}

/** A page with words in it and a widget's tag at its end; its files; and an empty answer to all else that the widget asks. */
export async function servePage(folder = ""): Promise<Served> {
  let shown = "";
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://page.example");
    if (pathname === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(`<!doctype html><html lang="en"><title>Lamps</title>
        <h1>Lamps and lenses</h1><p>We sell both.</p>${shown}</html>`);
    } else if (folder && pathname.startsWith("/files/")) {
      const path = join(folder, normalize(pathname.slice("/files".length)));
      response.setHeader("content-type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(await readFile(path).catch(() => ""));
    } else response.setHeader("content-type", "application/json").end("{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    place: (tag) => {
      shown = tag;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
