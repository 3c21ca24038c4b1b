import { html } from "hono/html";
import { plainPage } from "./plain-page.ts";

interface About {
  twinName: string;
  email: string;
}

export function stopMailPage({ twinName, email }: About) {
  return plainPage(
    `No more mail from ${twinName}?`,
    html`<p>${email} gets an answer by mail when a question that ${twinName} could not answer is answered later.</p>
<form method="post"><button type="submit">Don’t write to me again</button></form>`,
  );
}

export function stoppedMailPage({ twinName, email }: About) {
  return plainPage("No more mail", html`<p>${twinName} does not write to ${email} again.</p>`);
}
