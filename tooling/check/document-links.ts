const link = /\]\(<?([^)\s>#]+)(#[^)\s>]*)?>?(?:\s+"[^"]*")?\)/g;
const fence = /^(```|~~~)[\s\S]*?^\1/gm;

/** What a Markdown document links to inside the repository, without the fragment. */
export function localLinks(markdown: string): string[] {
  return [...markdown.replace(fence, "").matchAll(link)]
    .map((match) => decodeURIComponent(match[1] ?? ""))
    .filter((target) => !/^([a-z]+:|\/\/)/i.test(target));
}
