import { html, raw } from "hono/html";
import { PAGE_STYLE } from "./page-style.ts";

/** A page of words, and a button at most: nothing is fetched for it and no script runs in it. */
export function plainPage(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${raw(PAGE_STYLE)}</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`;
}

export function unknownLinkPage() {
  return plainPage(
    "This link is not ours",
    html`<p>Copy it whole from the mail, and try again.</p>`,
  );
}
