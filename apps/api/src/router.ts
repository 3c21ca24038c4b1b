import { accessGroupRouter } from "./routers/access-group.ts";
import { accountRouter } from "./routers/account.ts";
import { analyticsRouter } from "./routers/analytics.ts";
import { apiKeyRouter } from "./routers/api-key.ts";
import { audienceRouter } from "./routers/audience.ts";
import { auditRouter } from "./routers/audit.ts";
import { beliefRouter } from "./routers/belief.ts";
import { bundleRouter } from "./routers/bundle.ts";
import { chatRouter } from "./routers/chat.ts";
import { clarificationRouter } from "./routers/clarification.ts";
import { conversationRouter } from "./routers/conversation.ts";
import { governanceRouter } from "./routers/governance.ts";
import { homeRouter } from "./routers/home.ts";
import { invitationRouter } from "./routers/invitation.ts";
import { jobRouter } from "./routers/job.ts";
import { knowledgeRouter } from "./routers/knowledge.ts";
import { memberRouter } from "./routers/member.ts";
import { noticeRouter } from "./routers/notice.ts";
import { privacyRouter } from "./routers/privacy.ts";
import { providerRouter } from "./routers/provider.ts";
import { publicPageRouter } from "./routers/public-page.ts";
import { qualityRouter } from "./routers/quality.ts";
import { questionRouter } from "./routers/question.ts";
import { releaseRouter } from "./routers/release.ts";
import { shareLinkRouter } from "./routers/share-link.ts";
import { sourceRouter } from "./routers/source.ts";
import { statusRouter } from "./routers/status.ts";
import { tenantRouter } from "./routers/tenant.ts";
import { twinRouter } from "./routers/twin.ts";
import { usageRouter } from "./routers/usage.ts";
import { verificationRouter } from "./routers/verification.ts";
import { verifiedAnswerRouter } from "./routers/verified-answer.ts";
import { visitorRouter } from "./routers/visitor.ts";
import { webhookRouter } from "./routers/webhook.ts";
import { widgetRouter } from "./routers/widget.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  accessGroup: accessGroupRouter,
  account: accountRouter,
  analytics: analyticsRouter,
  apiKey: apiKeyRouter,
  audience: audienceRouter,
  audit: auditRouter,
  belief: beliefRouter,
  bundle: bundleRouter,
  chat: chatRouter,
  clarification: clarificationRouter,
  conversation: conversationRouter,
  governance: governanceRouter,
  home: homeRouter,
  invitation: invitationRouter,
  job: jobRouter,
  knowledge: knowledgeRouter,
  member: memberRouter,
  privacy: privacyRouter,
  notice: noticeRouter,
  provider: providerRouter,
  quality: qualityRouter,
  question: questionRouter,
  release: releaseRouter,
  publicPage: publicPageRouter,
  shareLink: shareLinkRouter,
  source: sourceRouter,
  status: statusRouter,
  tenant: tenantRouter,
  twin: twinRouter,
  verification: verificationRouter,
  usage: usageRouter,
  verifiedAnswer: verifiedAnswerRouter,
  visitor: visitorRouter,
  webhook: webhookRouter,
  widget: widgetRouter,
});

export type AppRouter = typeof appRouter;
export type { AnswerEvent, Citation, Message } from "@understudy/core/conversation/contract";
export type { Via, VisitorFace } from "@understudy/core/visitor/contract";
export type { Theme } from "@understudy/core/widget/theme";
