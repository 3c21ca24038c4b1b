const CONTROLS = /[^\P{Cc}\n\t]/gu;
const JOINERS =
  /(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])|(?<=[a-z])[\u200c\u200d]/giu;
const INVISIBLES =
  /(?![\u200c\u200d])[\p{Cf}\p{Co}\u115f\u1160\u3164\uffa0\u2800]|\u034f|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const LONE_SURROGATES = /\p{Cs}/gu;
const MARK_BRACKETS: Record<string, string> = { "⟦": "[", "〚": "[", "⟧": "]", "〛": "]" };
const REGION_TAG =
  /[<＜‹﹤](?=\s*[/／]?\s*(?:passages?|visitor|question|twin|system|assistant|user)\b)/giu;
/** The words by which chat templates of open models part roles. */
const TEMPLATE_TOKEN =
  /<(?=[|｜])|(?<=[|｜])>|<(?=<\/?SYS>>)|<(?=\/?s>)|\[(?=\/?(?:INST|SYSTEM_PROMPT|AVAILABLE_TOOLS|TOOL_(?:CALLS|RESULTS|CONTENT))\])|<(?=(?:start|end)_of_turn>)|<(?=(?:bos|eos|pad|unk)>)|<(?=\/?(?:think|tool_call|tool_response|function_calls?)>)/giu;

/**
 * Text of a document, a visitor or an owner as it may enter a prompt: nothing invisible, no control
 * characters, nothing that looks like our marks, our regions, or a chat template's.
 */
export function cleanPromptText(text: string, nonce: string): string {
  const visible = text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(CONTROLS, "")
    .replace(INVISIBLES, "")
    .replace(JOINERS, "")
    .replace(LONE_SURROGATES, "\ufffd")
    .replace(/[⟦〚⟧〛]/g, (bracket) => MARK_BRACKETS[bracket]!)
    .replace(TEMPLATE_TOKEN, (sign) => `${sign} `)
    .replace(REGION_TAG, "‹ ");
  // By a space: taken out of its own halves it would leave itself.
  return visible.replaceAll(nonce, " ").trim();
}
