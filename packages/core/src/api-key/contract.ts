import { z } from "zod";
import { Id, Timestamp } from "../kernel/ids.ts";
import { PageInput, pageOf } from "../kernel/page.ts";
import { KEY_PERMISSIONS } from "../kernel/permissions.ts";

export const ApiKeyKind = z.enum(["secret", "publishable"]);
export const ApiKeyScope = z.enum(KEY_PERMISSIONS);

export const ApiKey = z.object({
  id: Id,
  name: z.string(),
  kind: ApiKeyKind,
  /** The first characters, enough to tell keys apart. */
  prefix: z.string(),
  twinIds: z.array(Id).nullable(),
  scopes: z.array(z.string()).nullable(),
  expiresAt: Timestamp.nullable(),
  lastUsedAt: Timestamp.nullable(),
  createdAt: Timestamp,
});
export type ApiKey = z.infer<typeof ApiKey>;

export const CreateApiKeyInput = z.object({
  name: z.string().trim().min(1, "A key needs a name.").max(80),
  kind: ApiKeyKind,
  twinIds: z.array(Id).min(1).max(100).optional(),
  scopes: z.array(ApiKeyScope).min(1).optional(),
  expiresAt: Timestamp.optional(),
});

/** `key` is shown this once and kept only as a hash. */
export const CreatedApiKey = ApiKey.extend({ key: z.string() });
export const ApiKeyRef = z.object({ apiKeyId: Id });
export const ListApiKeysInput = PageInput;
export const ApiKeyPage = pageOf(ApiKey);
