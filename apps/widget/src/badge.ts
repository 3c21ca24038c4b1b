import styles from "./badge.css?inline";
import type { Session } from "./chat-client.ts";
import type { Kit } from "./kit.ts";
import type { Language } from "./words.ts";

const ENGLISH = {
  proven: "Verified: {name}",
  control: "The owner has proved control of {name}.",
  byDns: "By a record in its DNS.",
  byFile: "By a file on its site.",
  checked: "Last checked: {name}",
};
export type BadgeWords = typeof ENGLISH;

/** Which domain the owner has shown control of, and how; our own pages say so above the chat. */
export function showBadge(
  { element, fill, sheetOf }: Kit,
  title: HTMLElement,
  { language: { code, words: translated }, session }: { language: Language; session: Session },
): void {
  const { proof, channel } = session;
  const root = title.getRootNode() as ShadowRoot;
  const isToldAbove = channel !== "widget" && !("locked" in (root.host as HTMLElement).dataset);
  if (!proof || isToldAbove) return;
  const words = { ...ENGLISH, ...translated };
  const name = proof.domain;
  for (const earlier of root.querySelectorAll(".badge, .proof")) earlier.remove();
  const day = new Date(proof.checkedAt).toLocaleDateString(code, { dateStyle: "medium" });
  const how = proof.method === "dns" ? words.byDns : words.byFile;
  const said = [fill(words.control, { name }), how, fill(words.checked, { name: day })];
  const card = element("p", { class: "card proof", role: "note", hidden: true }, said.join(" "));
  const badge = element(
    "button",
    {
      type: "button",
      class: "badge",
      ariaExpanded: "false",
      onclick: () => {
        card.hidden = !card.hidden;
        badge.ariaExpanded = String(!card.hidden);
      },
    },
    `✓ ${fill(words.proven, { name })}`,
  );
  root.adoptedStyleSheets.push(sheetOf(styles));
  title.parentElement?.append(badge);
  title.closest("header")?.after(card);
}
