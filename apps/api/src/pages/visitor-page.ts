import type { Proof } from "@understudy/core/verification/contract";
import type { VisitorPage } from "@understudy/core/visitor/open-page";
import { html, raw } from "hono/html";
import { PAGE_STYLE } from "./page-style.ts";

/** What the chat part of a page comes in by, as the attribute that it reads. */
export type ChatVia = { key: string } | { share: string } | { handle: string };

export interface Shown {
  page: VisitorPage;
  via: ChatVia;
  /** Where it is found. */
  url: string;
  isEmbedded?: boolean;
}

/** All of it is in the first reply: who the twin is, and what one may ask, before any script has run. */
export function visitorPage({ page, via, url, isEmbedded = false }: Shown) {
  const { face, title } = page;
  return html`<!doctype html>
<html lang="${face.twin.language ?? "en"}"${isEmbedded ? raw(' class="embedded"') : ""}>
<head>${headOf({ page, url })}</head>
<body><main>
${isEmbedded ? html`<h1 hidden>${title}</h1>` : profileOf(page)}
${chatOf(via, face.twin.starterQuestions)}
${isEmbedded ? "" : html`<footer>An AI answers here, from the material of ${face.twin.name}, and shows what it rests on.</footer>`}
</main><script src="/widget.js" async></script></body>
</html>`;
}

function headOf({ page, url }: Pick<Shown, "page" | "url">) {
  const { title, description, isIndexed, face } = page;
  const summary = description.replaceAll(/\s+/g, " ").slice(0, 200);
  const { avatar } = face.theme;
  const isPage = face.channel === "page";
  const image = avatar ?? (isPage ? `${url}/card.png` : undefined);
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
<title>${title}</title>
<meta name="description" content="${summary}">
${isIndexed ? html`<link rel="canonical" href="${url}">` : html`<meta name="robots" content="noindex">`}
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<meta property="og:type" content="profile">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${summary}">
${isIndexed ? html`<meta property="og:url" content="${url}">` : ""}
${image ? html`<meta property="og:image" content="${image}"><meta name="twitter:image" content="${image}">` : ""}
<meta name="twitter:card" content="${isPage && !avatar ? "summary_large_image" : "summary"}">
<meta name="twitter:title" content="${title}">
<meta name="twitter:description" content="${summary}">
<style>${raw(PAGE_STYLE)}</style>`;
}

function profileOf({ face }: VisitorPage) {
  const { name, headline, bio, avatarUrl } = face.twin;
  const picture = face.theme.avatar ?? avatarUrl;
  const mark = picture
    ? html`<img class="mark" src="${picture}" alt="" width="64" height="64">`
    : html`<span class="mark" aria-hidden="true">${name.trim().slice(0, 1).toUpperCase()}</span>`;
  return html`<header>${mark}<div><h1>${name}</h1>${headline ? html`<p>${headline}</p>` : ""}${face.proof ? proofOf(face.proof) : ""}</div></header>
${bio ? html`<p class="bio">${bio}</p>` : ""}`;
}

/** Opens what was proven, also where no script runs. */
function proofOf({ domain, method, checkedAt }: Proof) {
  const how = method === "dns" ? "a record in its DNS" : "a file on its site";
  return html`<details><summary>✓ Verified: ${domain}</summary>
<p>The owner has proved control of ${domain} by ${how}. Last checked: <time datetime="${checkedAt}">${checkedAt.slice(0, 10)}</time>.</p></details>`;
}

/** What stands inside is seen until the chat takes its place, which is kept free: nothing moves. */
function chatOf(via: ChatVia, questions: readonly string[]) {
  const [[name, value] = ["", ""]] = Object.entries(via);
  return html`<div class="chat"><understudy-chat data-${raw(name)}="${value}" data-mode="inline">
${questions.length > 0 ? html`<ul>${questions.map((question) => html`<li>${question}</li>`)}</ul>` : ""}
<noscript><p>Asking takes JavaScript.</p></noscript>
</understudy-chat></div>`;
}

/** The same for a link that there is not and for one that asks for a password, which the chat part takes. */
export function lockedPage(slug: string) {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nothing to see here yet</title><meta name="robots" content="noindex">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${raw(PAGE_STYLE)}</style></head>
<body><main><h1>Nothing to see here yet</h1>
<p>There is no such link, it is over, or it asks for a password. If you were given a password, enter it below.</p>
<div class="chat"><understudy-chat data-share="${slug}" data-mode="inline" data-locked></understudy-chat></div>
</main><script src="/widget.js" async></script></body></html>`;
}

export function absentPage() {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nobody here</title><meta name="robots" content="noindex">
<style>${raw(PAGE_STYLE)}</style></head>
<body><main><h1>Nobody here</h1><p>There is no page at this address, or it has been taken down.</p></main></body></html>`;
}
