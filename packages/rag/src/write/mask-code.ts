const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]+`/g;

/** Of the same length, with nothing in Markdown's code that could be taken for prose. */
export function maskCode(text: string): string {
  return text.includes("`") ? text.replace(CODE, (code) => "x".repeat(code.length)) : text;
}
