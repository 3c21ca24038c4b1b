import type { Script } from "./start-scripted-model.ts";

const MARKUP = [
  "<img src=x onerror=alert(1)>",
  "<script>alert(2)</script>",
  '"><svg/onload=alert(3)>',
  "<iframe srcdoc='<script>alert(4)</script>'></iframe>",
  "<a href='javascript:alert(5)'>x</a>",
  "<form action='javascript:alert(6)'><button autofocus onfocus=alert(7)>",
  "<details open ontoggle=alert(8)>",
  "{{constructor.constructor('alert(9)')()}}",
  "[link](javascript:alert(10))",
  "[link](JaVaScRiPt&colon;alert(11))",
  "<https://x.y/\u0022onmouseover=alert(12)>",
  "\u202e<b onclick=alert(13)>",
].join(" ");

/** All ways to have a page fetch an address by itself. */
const fetching = (url: string) =>
  [
    `![status](${url}/image?d=SECRET)`,
    `<img src="${url}/tag?d=SECRET">`,
    `<link rel=stylesheet href=${url}/style>`,
    `<style>@import url(${url}/import)</style>`,
    `![r][canary]\n\n[canary]: ${url}/reference`,
    `<meta http-equiv=refresh content="0;url=${url}/refresh">`,
  ].join(" ");

const FACT = "The harbour wall at Kereva was mended in 1931";

export const HOSTILE_TWIN = {
  name: "<img src=x onerror=alert(1)>",
  headline: MARKUP.slice(0, 100),
  bio: MARKUP,
  firstMessage: MARKUP,
  starterQuestions: [MARKUP.slice(0, 150)],
  strictness: "creative",
};

export const HOSTILE_NOTE = (url: string) => ({
  title: MARKUP.slice(0, 200),
  text: `${FACT}. ${MARKUP} ${fetching(url)}`,
});

const ASKED = "When was the harbour wall mended?";
export const hostileQuestion = `${ASKED} ${MARKUP}`;

export const hostileScript = (url: string): Record<string, Script> => ({
  [ASKED]: [
    `${FACT}. ⟦${FACT}⟧ ${MARKUP}\n\n${fetching(url)}\n\n| ${MARKUP.slice(0, 60)} |\n|---|\n| ${fetching(url).slice(0, 80)} |`,
  ],
});
