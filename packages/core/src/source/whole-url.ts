/** An address as people type it; the scheme is what they leave out. */
export function wholeUrl(typed: string): string {
  return /^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`;
}
