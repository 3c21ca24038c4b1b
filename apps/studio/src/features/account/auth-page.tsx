import type { ReactNode } from "react";

/** The one calm column of signing in and up. */
export function AuthPage({
  title,
  detail,
  children,
  footer,
}: {
  title: string;
  detail: string;
  children: ReactNode;
  footer: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh place-items-center px-4 py-10">
      <div className="grid w-full max-w-sm gap-6">
        <div className="grid gap-2">
          <img src="/icon.svg" alt="Understudy" className="mb-2 size-9" />
          <h1 className="text-xl font-semibold">{title}</h1>
          <p className="text-pretty text-muted">{detail}</p>
        </div>
        {children}
        <p className="text-sm text-muted">{footer}</p>
      </div>
    </main>
  );
}
