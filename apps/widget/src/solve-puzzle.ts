/** Finds what makes SHA-256(`challenge.solution`) begin with so many zero bits; half a second or so. */
export async function solvePuzzle({ challenge, bits }: { challenge: string; bits: number }) {
  const encoder = new TextEncoder();
  for (let tried = 0; ; tried += 1) {
    const solution = String(tried);
    const digest = await crypto.subtle.digest(
      "SHA-256",
      encoder.encode(`${challenge}.${solution}`),
    );
    if (new DataView(digest).getUint32(0) >>> (32 - bits) === 0) return { challenge, solution };
  }
}
