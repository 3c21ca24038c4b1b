const STORED_UNDER = "understudy.signed-in";

export function hasSignedInBefore(): boolean {
  return localStorage.getItem(STORED_UNDER) !== null;
}

export function rememberSignIn(): void {
  localStorage.setItem(STORED_UNDER, "yes");
}
