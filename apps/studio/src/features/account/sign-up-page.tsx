import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { signUpQuery } from "#lib/account.ts";
import { usePageTitle } from "#lib/use-page-title.ts";
import { AuthPage } from "./auth-page.tsx";
import { SignUpForm } from "./sign-up-form.tsx";

export function SignUpPage() {
  usePageTitle("Create an account");
  const { next } = useSearch({ from: "/sign-up" });
  const isClosed = useQuery(signUpQuery).data?.isOpen === false;
  return (
    <AuthPage
      title={isClosed ? "By invitation only" : "Create your account"}
      detail={
        isClosed
          ? "New accounts are made by invitation on this instance. Ask whoever runs it for one: it comes as a link."
          : "An assistant that answers in your voice, only from what you teach it. Everything stays on this server."
      }
      footer={
        <>
          Already have an account?{" "}
          <Link to="/sign-in" search={{ next }} className="font-medium text-accent-text underline">
            Sign in
          </Link>
        </>
      }
    >
      {!isClosed && <SignUpForm action="Create account" next={next} />}
    </AuthPage>
  );
}
