import type { Verification } from "@understudy/core/verification/contract";
import { FormSection } from "#features/twins/form-section.tsx";
import { CopyButton } from "#ui/copy-button.tsx";

/** Either of the two is enough; both lines are the same. */
export function ProofPlaces({ verification: { record, file } }: { verification: Verification }) {
  return (
    <>
      <FormSection
        title="A DNS record"
        detail="Add it where your domain is managed. It can take an hour until the world sees it."
      >
        <dl className="grid gap-3">
          <Line label="Type" text={record.type} />
          <Line label="Name" text={record.name} canCopy />
          <Line label="Value" text={record.value} canCopy />
        </dl>
        <p className="text-pretty text-sm text-muted">
          Some providers add the domain by themselves: then enter only _understudy as the name.
          Leave the record there: it is looked for every day.
        </p>
      </FormSection>
      <FormSection title="Or a file" detail="Put it on your site. This needs no access to the DNS.">
        <dl className="grid gap-3">
          <Line label="Address" text={file.url} canCopy />
          <Line label="Content" text={file.content} canCopy />
        </dl>
        <p className="text-pretty text-sm text-muted">
          It must be found under this very domain: what another host says, also after a redirect,
          does not count.
        </p>
      </FormSection>
    </>
  );
}

function Line({
  label,
  text,
  canCopy = false,
}: {
  label: string;
  text: string;
  canCopy?: boolean;
}) {
  return (
    <div className="grid gap-1">
      <dt className="text-sm font-medium">{label}</dt>
      <dd className="flex flex-wrap items-center gap-2">
        <code className="rounded-md bg-sunken px-2.5 py-1.5 font-mono text-sm break-all">
          {text}
        </code>
        {canCopy && <CopyButton text={text} label={`Copy ${label.toLowerCase()}`} />}
      </dd>
    </div>
  );
}
