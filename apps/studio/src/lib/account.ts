import { readRefusal } from "./request-failed.ts";

export interface Person {
  id: string;
  name: string;
  email: string;
}

async function call(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await readRefusal(response);
}

export const signIn = (input: { email: string; password: string }) => call("sign-in/email", input);

export interface SignUp {
  name: string;
  email: string;
  password: string;
  /** Joins where it leads. */
  invitationToken?: string;
}

export const signUp = (input: SignUp) => call("sign-up/email", input);

/** Whether someone without an invitation can make an account. */
export const signUpQuery = {
  queryKey: ["sign-up"],
  queryFn: async (): Promise<{ isOpen: boolean }> => {
    const response = await fetch("/api/auth/sign-up");
    if (!response.ok) throw await readRefusal(response);
    return response.json();
  },
  staleTime: 60_000,
} as const;

export const changePassword = (input: { currentPassword: string; newPassword: string }) =>
  call("change-password", input);

export const requestPasswordReset = (input: { email: string }) =>
  call("request-password-reset", input);

export const resetPassword = (input: { newPassword: string; token: string }) =>
  call("reset-password", input);

export const signOut = () => call("sign-out", {});

/** Who is signed in in this browser, or null. */
export async function fetchPerson(): Promise<Person | null> {
  const response = await fetch("/api/auth/get-session");
  if (!response.ok) throw await readRefusal(response);
  const session = (await response.json()) as { user: Person } | null;
  return session?.user ?? null;
}

export const personQuery = {
  queryKey: ["person"],
  queryFn: fetchPerson,
  staleTime: 60_000,
} as const;
