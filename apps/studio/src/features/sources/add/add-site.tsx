import type { FormEvent } from "react";
import { FormFailure } from "#ui/form-failure.tsx";
import { Segmented } from "#ui/segmented.tsx";
import { AddActions } from "./add-actions.tsx";
import type { AddFormProps } from "./add-dialog.tsx";
import { AddressField } from "./address-field.tsx";
import { AddressList } from "./address-list.tsx";
import { CrawlBounds } from "./crawl-bounds.tsx";
import { PreflightOutcome } from "./preflight-outcome.tsx";
import { type SiteWay, useAddSite } from "./use-add-site.ts";
import { usePreflight } from "./use-preflight.ts";

const WAYS = [
  { value: "links", label: "Follow its links" },
  { value: "sitemap", label: "Sitemap or feed" },
  { value: "list", label: "List of addresses" },
] as const satisfies { value: SiteWay; label: string }[];

const HINTS = {
  links: "Begins at this page and follows links on the same host. robots.txt is respected.",
  sitemap: "The address of a sitemap, a sitemap index, an RSS or an Atom feed.",
};

/** Many pages of one site, found by its links, by its sitemap, or named one by one. */
export function AddSite({ twinId, address, onAddress, onKind, onDone }: AddFormProps) {
  const site = useAddSite({ twinId, address, onDone });
  const { way } = site;
  const preflight = usePreflight({
    twinId,
    url: way === "list" ? "" : address,
    as: way === "sitemap" ? "sitemap" : "site",
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    site.add();
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-4">
      <FormFailure error={site.error} />
      <div className="max-w-full overflow-x-auto">
        <Segmented label="How pages are found" value={way} onChange={site.setWay} choices={WAYS} />
      </div>
      {way === "list" ? (
        <AddressList value={site.list} onChange={site.setList} />
      ) : (
        <AddressField
          kind="site"
          value={address}
          placeholder={way === "links" ? "https://example.com/" : "https://example.com/sitemap.xml"}
          hint={HINTS[way]}
          onChange={onAddress}
          onKind={onKind}
        />
      )}
      <CrawlBounds bounds={site.bounds} onChange={site.setBounds} hasLinks={way === "links"} />
      {way !== "list" && <PreflightOutcome twinId={twinId} preflight={preflight} />}
      <AddActions label="Add site" isPending={site.isPending} onCancel={onDone} />
    </form>
  );
}
