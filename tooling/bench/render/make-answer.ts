const PARTS = [
  "Before a **first meeting**, write down three numbers: what you hope for, what you would sign today, and where you *walk away*.\n\n",
  "- Ask what the other side has already decided.\n- Name your number once, then stop talking.\n  - If they counter, repeat the reason, not the number.\n- Write it down together.\n\n",
  "The [handbook](https://example.com/handbook) says it plainly: `anchor` first, explain after.\n\n",
  "## When it stalls\n\n1. Go back to interests.\n2. Offer a choice of two.\n3. Take a break of at least ten minutes.\n\n",
  '```js\nconst offer = { price: 1_200, until: "Friday" };\nsend(offer);\n```\n\n',
];

/** The prefixes of one answer as they would come: so many characters in so many chunks. */
export function makeAnswer({
  characters,
  chunks,
}: {
  characters: number;
  chunks: number;
}): string[] {
  const text = PARTS.join("").repeat(Math.ceil(characters / PARTS.join("").length));
  return Array.from({ length: chunks }, (_, chunk) =>
    text.slice(0, Math.round(((chunk + 1) * characters) / chunks)),
  );
}
