/** English as chats have it: "can't", "cant" and "cannot" are "can not", and "may I" asks what "can I" asks. */
export function expandContractions(text: string): string {
  return text
    .replace(/[’ʼ`]/g, "'")
    .replace(/\b(ca|wo|sha)n'?t\b/gi, (_, stem: string) => `${WHOLE[stem.toLowerCase()]} not`)
    .replace(/\bcannot\b/gi, "can not")
    .replace(/\bmay(?= (?:i|we|you|one|my|our|the|a)\b)/gi, "can")
    .replace(
      /\b(is|are|was|were|do|does|did|has|have|had|would|could|should|must|need)n'?t\b/gi,
      "$1 not",
    )
    .replace(/\b(what|where|when|who|how|why|that|it|there)'s\b/gi, "$1 is")
    .replace(/\b(i)'m\b/gi, "$1 am")
    .replace(/'(ve|ll|re|d)\b/gi, " $1");
}

const WHOLE: Record<string, string> = { ca: "can", wo: "will", sha: "shall" };
