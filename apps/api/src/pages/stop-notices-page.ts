import type { NoticeKind } from "@understudy/core/notice/contract";
import { NOTICE_WORDS } from "@understudy/core/notice/write-mail";
import { html } from "hono/html";
import { plainPage } from "./plain-page.ts";

interface About {
  kind: NoticeKind;
  tenantName: string;
  email: string;
}

export function stopNoticesPage({ kind, tenantName, email }: About) {
  return plainPage(
    `No more of ${NOTICE_WORDS[kind].stop}?`,
    html`<p>${email} gets them as a member of ${tenantName}. Everything else stays as it is; it can be switched on again in your account.</p>
<form method="post"><button type="submit">Stop them</button></form>`,
  );
}

export function stoppedNoticesPage({ kind, tenantName, email }: About) {
  return plainPage(
    "Stopped",
    html`<p>${email} gets no more of ${NOTICE_WORDS[kind].stop} from ${tenantName}. <a href="/account#notices">What you hear of</a></p>`,
  );
}
