import { createHash } from "node:crypto";

/** Small enough to travel with the page: nothing else is waited for before it is seen. */
const STYLE = `
:root{color-scheme:light dark;--ink:#16181d;--soft:#5b616e;--line:#e3e5ea;--ground:#fff;--raised:#f7f8fa}
@media (prefers-color-scheme:dark){:root{--ink:#eceef2;--soft:#a3a9b6;--line:#2b2f38;--ground:#111318;--raised:#181b21}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:3rem 1.25rem 2rem}
header{display:flex;gap:1rem;align-items:center}
.mark{flex:none;width:4rem;height:4rem;border-radius:50%;object-fit:cover;background:var(--raised);border:1px solid var(--line);display:grid;place-items:center;font-size:1.5rem;font-weight:600}
h1{margin:0;font-size:1.5rem;line-height:1.25;text-wrap:balance}
header p{margin:.125rem 0 0;color:var(--soft)}
header details p{font-size:.875rem}
summary{color:var(--soft);font-size:.875rem;line-height:1.75;cursor:pointer;overflow-wrap:anywhere}
.bio{margin:1.25rem 0 0;white-space:pre-line;overflow-wrap:anywhere}
.chat{display:grid;grid-template:minmax(0,1fr)/minmax(0,1fr);height:max(24rem,100dvh - 13rem);margin-top:2rem}
main:has([data-locked=opened])>:not(.chat){display:none}
understudy-chat ul{list-style:none;margin:0;padding:0;display:grid;gap:.5rem}
understudy-chat li{border:1px solid var(--line);border-radius:.5rem;padding:.625rem .875rem}
footer{margin-top:2rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
form button{font:inherit;color:var(--ground);background:var(--ink);border:0;border-radius:.5rem;padding:.625rem 1rem;cursor:pointer}
form button:focus-visible{outline:2px solid var(--ink);outline-offset:2px}
.embedded main{max-width:none;padding:0}
.embedded .chat{margin:0;height:100dvh}
`;

export const PAGE_STYLE = STYLE.trim();
export const PAGE_STYLE_HASH = `'sha256-${createHash("sha256").update(PAGE_STYLE).digest("base64")}'`;
