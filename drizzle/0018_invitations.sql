CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"invited_by" uuid NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role_check" CHECK ("invitations"."role" in ('viewer', 'editor', 'admin', 'owner'))
);
--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_list" ON "invitations" USING btree ("tenant_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
select secure_tenant_table('invitations');--> statement-breakpoint
grant select, insert, update on invitations to understudy_app;--> statement-breakpoint
create function resolve_invitation(hash bytea)
returns table (invitation_id uuid, tenant_id uuid)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select i.id, i.tenant_id from invitations i
  where i.token_hash = hash
    and i.accepted_at is null and i.revoked_at is null and i.expires_at > now();
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
-- Accounts are sign-in's; a tenant learns the names and addresses of its members, and of nobody else.
create function people_of_tenant()
returns table (user_id uuid, name text, email text)
language plpgsql stable security definer
set search_path = public, pg_temp
as $$
begin
  perform set_config('app.owner_scope', 'on', true);
  return query
  select u.id, u.name, u.email from memberships m join users u on u.id = m.user_id
  where m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid;
  perform set_config('app.owner_scope', '', true);
end $$;--> statement-breakpoint
revoke execute on function resolve_invitation, people_of_tenant from public;--> statement-breakpoint
grant execute on function resolve_invitation to understudy_resolver, understudy_auth;--> statement-breakpoint
grant execute on function people_of_tenant to understudy_app;
