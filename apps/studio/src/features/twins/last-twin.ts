const STORED_UNDER = "understudy.twin";

/** The twin that was open last in this browser. */
export function readLastTwin(): string | null {
  return localStorage.getItem(STORED_UNDER);
}

export function rememberTwin(twinId: string): void {
  localStorage.setItem(STORED_UNDER, twinId);
}
