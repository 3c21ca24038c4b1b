import {
  Activity,
  BadgeCheck,
  DatabaseZap,
  Gauge,
  HeartPulse,
  House,
  KeyRound,
  Layers,
  Library,
  MessageCircleQuestion,
  MessageSquare,
  Quote,
  Rocket,
  Telescope,
  UserRoundPen,
  Users,
} from "lucide-react";

export const TWIN_ENTRIES = [
  { to: "/twins/$twinId", label: "Home", icon: House, exact: true },
  { to: "/twins/$twinId/sources", label: "Sources", icon: Library, exact: false },
  { to: "/twins/$twinId/verified", label: "Verified answers", icon: BadgeCheck, exact: false },
  { to: "/twins/$twinId/beliefs", label: "Beliefs", icon: Quote, exact: false },
  { to: "/twins/$twinId/explorer", label: "Explorer", icon: Telescope, exact: false },
  { to: "/twins/$twinId/health", label: "Health", icon: HeartPulse, exact: false },
  { to: "/twins/$twinId/index", label: "Index", icon: DatabaseZap, exact: false },
  { to: "/twins/$twinId/character", label: "Character", icon: UserRoundPen, exact: false },
  { to: "/twins/$twinId/launch", label: "Launch", icon: Rocket, exact: false },
  { to: "/twins/$twinId/chat", label: "Chat", icon: MessageSquare, exact: false },
  {
    to: "/twins/$twinId/questions",
    label: "Questions",
    icon: MessageCircleQuestion,
    exact: false,
  },
] as const;

export const TENANT_ENTRIES = [
  { to: "/twins", label: "All twins", icon: Layers, exact: true },
  { to: "/jobs", label: "Jobs", icon: Activity, exact: true },
  { to: "/settings/people", label: "People", icon: Users, exact: true },
  { to: "/settings/providers", label: "Providers and budgets", icon: Gauge, exact: true },
  { to: "/settings/keys", label: "API keys", icon: KeyRound, exact: true },
] as const;
