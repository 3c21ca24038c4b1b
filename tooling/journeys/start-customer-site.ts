import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What a page's own style must not do to the chat. */
const HOSTILE_STYLE = `
  * { all: revert !important; font-size: 40px !important; color: hotpink !important; }
  button, textarea, dialog, article { display: none !important; }
  understudy-chat { display: none !important; opacity: 0 !important; position: static !important; }
  body { font-family: cursive; line-height: 4; text-align: center; }`;

export interface CustomerSite extends AsyncDisposable {
  origin: string;
  /** The tag that stands in its pages from now on, and the language they are in. */
  place(snippet: string, language?: string): void;
}

interface CustomerStyle {
  style?: string;
  /** Whether its policy lets nothing in but the product; otherwise it has none. */
  isStrict?: boolean;
}

/** Somebody else's site, with a style of its own. */
export async function startCustomerSite({
  style = HOSTILE_STYLE,
  isStrict = true,
}: CustomerStyle = {}): Promise<CustomerSite> {
  const page = { snippet: "", language: "en" };
  const server = createServer((request, response) => {
    if (request.url === "/style.css") {
      response.setHeader("content-type", "text/css").end(style);
      return;
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    if (isStrict) response.setHeader("content-security-policy", policyFor(page.snippet));
    response.end(`<!doctype html><html lang="${page.language}"><meta name="viewport" content="width=device-width">
      <title>Lamps and lenses</title>
      <link rel="stylesheet" href="/style.css">
      <main><h1>Lamps and lenses</h1><p>We sell both.</p></main>${page.snippet}</html>`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    place(snippet, language = "en") {
      Object.assign(page, { snippet, language });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function policyFor(snippet: string): string {
  const product = new URL(/src="([^"]+)"/.exec(snippet)?.[1] ?? "").origin;
  return `default-src 'none'; style-src 'self'; script-src ${product}; connect-src ${product}`;
}
