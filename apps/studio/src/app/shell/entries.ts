import {
  Activity,
  BadgeCheck,
  ChartColumn,
  ChartNoAxesColumn,
  DatabaseZap,
  FlaskConical,
  Gauge,
  HeartPulse,
  House,
  KeyRound,
  Layers,
  Library,
  ListChecks,
  MessageCircleQuestion,
  MessageSquare,
  MessagesSquare,
  Quote,
  Rocket,
  Scale,
  ScrollText,
  Server,
  ShieldCheck,
  Tag,
  Telescope,
  UserRoundPen,
  Users,
  UsersRound,
  Webhook,
} from "lucide-react";

/** The screens of a twin, in the order in which people come to need them; a label heads those below it. */
export const TWIN_GROUPS = [
  {
    label: null,
    entries: [
      { to: "/twins/$twinId", label: "Home", icon: House, exact: true },
      { to: "/twins/$twinId/chat", label: "Chat", icon: MessageSquare, exact: false },
      { to: "/twins/$twinId/character", label: "Character", icon: UserRoundPen, exact: false },
      { to: "/twins/$twinId/rules", label: "Rules", icon: Scale, exact: false },
    ],
  },
  {
    label: "Teach",
    entries: [
      { to: "/twins/$twinId/sources", label: "Sources", icon: Library, exact: false },
      { to: "/twins/$twinId/verified", label: "Verified answers", icon: BadgeCheck, exact: false },
      { to: "/twins/$twinId/beliefs", label: "Beliefs", icon: Quote, exact: false },
      { to: "/twins/$twinId/explorer", label: "Explorer", icon: Telescope, exact: false },
      { to: "/twins/$twinId/health", label: "Health", icon: HeartPulse, exact: false },
      { to: "/twins/$twinId/index", label: "Index", icon: DatabaseZap, exact: false },
    ],
  },
  {
    label: "Prove",
    entries: [
      { to: "/twins/$twinId/tests", label: "Quality tests", icon: ListChecks, exact: false },
      { to: "/twins/$twinId/runs", label: "Runs", icon: FlaskConical, exact: false },
      { to: "/twins/$twinId/releases", label: "Releases", icon: Tag, exact: false },
    ],
  },
  {
    label: "Launch and operate",
    entries: [
      { to: "/twins/$twinId/launch", label: "Launch", icon: Rocket, exact: false },
      {
        to: "/twins/$twinId/conversations",
        label: "Conversations",
        icon: MessagesSquare,
        exact: false,
      },
      {
        to: "/twins/$twinId/questions",
        label: "Questions",
        icon: MessageCircleQuestion,
        exact: false,
      },
      { to: "/twins/$twinId/analytics", label: "Analytics", icon: ChartColumn, exact: false },
      { to: "/twins/$twinId/audience", label: "Audience", icon: UsersRound, exact: false },
    ],
  },
] as const;

export const TWIN_ENTRIES = TWIN_GROUPS.flatMap(({ entries }) => [...entries]);

export const TENANT_ENTRIES = [
  { to: "/twins", label: "All twins", icon: Layers, exact: true },
  { to: "/compare", label: "Compare", icon: ChartNoAxesColumn, exact: true },
  { to: "/jobs", label: "Jobs", icon: Activity, exact: true },
  { to: "/settings/people", label: "People", icon: Users, exact: true },
  { to: "/settings/providers", label: "Providers", icon: Gauge, exact: true },
  { to: "/settings/usage", label: "Usage", icon: ChartColumn, exact: true },
  { to: "/settings/status", label: "Status", icon: Server, exact: true },
  { to: "/settings/privacy", label: "Privacy", icon: ShieldCheck, exact: true },
  { to: "/settings/governance", label: "Governance", icon: Scale, exact: true },
  { to: "/settings/audit", label: "Audit", icon: ScrollText, exact: true },
  { to: "/settings/keys", label: "API keys", icon: KeyRound, exact: true },
  { to: "/settings/webhooks", label: "Webhooks", icon: Webhook, exact: true },
] as const;
