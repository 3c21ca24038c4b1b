export type RtfToken =
  | { type: "open" }
  | { type: "close" }
  | { type: "word"; name: string; value?: number }
  | { type: "byte"; value: number }
  | { type: "text"; text: string };

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([\da-f]{2})|\\([^a-z])|([{}])|([^\\{}\r\n]+)/gi;

/** The tokens of Rich Text Format 1.9, binary data passed over. */
export function* readRtfTokens(source: string): Generator<RtfToken> {
  const token = new RegExp(TOKEN);
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const [, name, value, byte, symbol, brace, text] = found;
    if (name === "bin") token.lastIndex += Math.max(0, Number(value ?? 0));
    else if (name)
      yield { type: "word", name, ...(value !== undefined && { value: Number(value) }) };
    else if (byte) yield { type: "byte", value: Number.parseInt(byte, 16) };
    else if (symbol) yield { type: "word", name: symbol };
    else if (brace) yield { type: brace === "{" ? "open" : "close" };
    else if (text) yield { type: "text", text };
  }
}
