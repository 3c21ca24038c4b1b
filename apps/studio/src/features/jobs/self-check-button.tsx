import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { ShieldCheck } from "lucide-react";
import { useTRPC } from "#lib/trpc.ts";
import { Button } from "#ui/button.tsx";
import { useKeepRepliedJob } from "./use-keep-replied-job.ts";

/** Looks now whether all that is kept agrees, instead of at its daily time. */
export function SelfCheckButton() {
  const trpc = useTRPC();
  const keepJob = useKeepRepliedJob();
  const navigate = useNavigate({ from: "/jobs" });
  const check = useMutation(
    trpc.job.reconcile.mutationOptions({
      onSuccess: (job) => {
        keepJob(job);
        void navigate({ search: { job: job.id } });
      },
    }),
  );
  return (
    <Button disabled={check.isPending} onClick={() => check.mutate({})}>
      <ShieldCheck aria-hidden />
      Self-check
    </Button>
  );
}
