import { html, raw } from "hono/html";
import { PAGE_STYLE } from "./page-style.ts";

interface About {
  twinName: string;
  email: string;
}

export function stopMailPage({ twinName, email }: About) {
  return page(
    `No more mail from ${twinName}?`,
    html`<p>${email} gets an answer by mail when a question that ${twinName} could not answer is answered later.</p>
<form method="post"><button type="submit">Don’t write to me again</button></form>`,
  );
}

export function stoppedMailPage({ twinName, email }: About) {
  return page("No more mail", html`<p>${twinName} does not write to ${email} again.</p>`);
}

export function unknownLinkPage() {
  return page("This link is not ours", html`<p>Copy it whole from the mail, and try again.</p>`);
}

function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${raw(PAGE_STYLE)}</style></head>
<body><main><h1>${title}</h1>${content}</main></body></html>`;
}
