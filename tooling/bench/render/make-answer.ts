const PARTS = [
  "Before a **first meeting**, write down three numbers: what you hope for, what you would sign today, and where you *walk away*.\n\n",
  "- Ask what the other side has already decided.\n- Name your number once, then stop talking.\n  - If they counter, repeat the reason, not the number.\n- Write it down together.\n\n",
  "The [handbook](https://example.com/handbook) says it plainly: `anchor` first, explain after.\n\n",
  "## When it stalls\n\n1. Go back to interests.\n2. Offer a choice of two.\n3. Take a break of at least ten minutes.\n\n",
  "| Offer | They ask | You ask |\n|---|--:|--:|\n| *Price* | 1,200 | 1,500 |\n| Days to pay | 60 | **30** |\n| Pieces | 40 | 40 |\n\n",
  '```js\nconst offer = { price: 1_200, until: "Friday" };\nsend(offer);\n```\n\n',
];

/** So many characters of an answer with all that Markdown has for one. */
export function makeAnswer(characters: number): string {
  const text = PARTS.join("");
  return text.repeat(Math.ceil(characters / text.length)).slice(0, characters);
}
