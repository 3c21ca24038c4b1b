import type { NoticeKind } from "@understudy/core/notice/contract";
import { NOTICE_WORDS } from "@understudy/core/notice/write-mail";
import { html, raw } from "hono/html";
import { PAGE_STYLE } from "./page-style.ts";

interface About {
  kind: NoticeKind;
  tenantName: string;
  email: string;
}

export function stopNoticesPage({ kind, tenantName, email }: About) {
  return page(
    `No more of ${NOTICE_WORDS[kind].stop}?`,
    html`<p>${email} gets them as a member of ${tenantName}. Everything else stays as it is; it can be switched on again in your account.</p>
<form method="post"><button type="submit">Stop them</button></form>`,
  );
}

export function stoppedNoticesPage({ kind, tenantName, email }: About) {
  return page(
    "Stopped",
    html`<p>${email} gets no more of ${NOTICE_WORDS[kind].stop} from ${tenantName}. <a href="/account#notices">What you hear of</a></p>`,
  );
}

export function unknownNoticesPage() {
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
