import { Link, useSearch } from "@tanstack/react-router";
import { usePageTitle } from "#lib/use-page-title.ts";
import { AuthPage } from "./auth-page.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

export function SignUpPage() {
  usePageTitle("Create an account");
  const { next } = useSearch({ from: "/sign-up" });
  return (
    <AuthPage
      title="Create your account"
      detail="An assistant that answers in your voice, only from what you teach it. Everything stays on this server."
      footer={
        <>
          Already have an account?{" "}
          <Link to="/sign-in" search={{ next }} className="font-medium text-accent-text underline">
            Sign in
          </Link>
        </>
      }
    >
      <SignUpForm action="Create account" next={next} />
    </AuthPage>
  );
}
