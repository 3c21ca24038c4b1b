/** The parts of the launch screen. */
export const WAYS_IN = [
  { to: "/twins/$twinId/launch", label: "Public page" },
  { to: "/twins/$twinId/launch/links", label: "Share links" },
  { to: "/twins/$twinId/launch/widget", label: "Widget" },
  { to: "/twins/$twinId/launch/groups", label: "Access groups" },
  { to: "/twins/$twinId/launch/verification", label: "Verification" },
  { to: "/twins/$twinId/launch/api", label: "API" },
] as const;
