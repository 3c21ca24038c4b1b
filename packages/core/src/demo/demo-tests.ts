export interface DemoTest {
  question: string;
  /** The file of the guide that the answer must cite; null for what the guide does not say. */
  cites: string | null;
}

/** What strangers ask first, and what they may not be told: what proves that the demo twin is a good one. */
export const demoTests: readonly DemoTest[] = [
  { question: "How do I make my first twin?", cites: "2-your-first-twin.md" },
  { question: "How do I import a website?", cites: "3-sources.md" },
  { question: "What happens to unanswered questions?", cites: "4-answers-and-citations.md" },
  { question: "What does server.busy mean?", cites: "5-calling-a-twin.md" },
  { question: "Where is my data stored?", cites: "6-running-it-yourself.md" },
  { question: "How do I forbid a topic?", cites: "8-character-and-boundaries.md" },
  { question: "How do I add a widget to my site?", cites: "8-letting-people-in.md" },
  { question: "How do I publish a twin?", cites: "8-proving-and-publishing.md" },
  { question: "How do I make a webhook?", cites: "9-webhooks.md" },
  { question: "How do I see what visitors asked?", cites: "conversations.md" },
  { question: "What will the weather be like tomorrow?", cites: null },
  { question: "Who won the football world cup?", cites: null },
];
