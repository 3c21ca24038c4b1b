import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { requireGuest } from "./require-person.ts";

export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
});

const readNext = ({ next }: Record<string, unknown>): { next?: string } =>
  typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "sign-in",
  validateSearch: readNext,
  beforeLoad: requireGuest,
  component: lazyRouteComponent(() => import("#features/account/sign-in-page.tsx"), "SignInPage"),
});

export const forgotPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "forgot-password",
  component: lazyRouteComponent(
    () => import("#features/account/forgot-password-page.tsx"),
    "ForgotPasswordPage",
  ),
});

export const resetPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "reset-password",
  component: lazyRouteComponent(
    () => import("#features/account/reset-password-page.tsx"),
    "ResetPasswordPage",
  ),
});

export const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "sign-up",
  validateSearch: readNext,
  beforeLoad: requireGuest,
  component: lazyRouteComponent(() => import("#features/account/sign-up-page.tsx"), "SignUpPage"),
});

export const inviteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "invite/$token",
  component: lazyRouteComponent(() => import("#features/people/invite-page.tsx"), "InvitePage"),
});
