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
  /** The key that takes its place when it expires. */
  replacedBy: Id.nullable(),
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
const MOST_OVERLAP_HOURS = 720;
/** For how long the old key works beside the new one. */
export const OverlapHours = z.int().min(0).max(MOST_OVERLAP_HOURS).default(24);
export const RotateApiKeyInput = ApiKeyRef.extend({ overlapHours: OverlapHours });
export const ListApiKeysInput = PageInput;
export const ApiKeyPage = pageOf(ApiKey);
