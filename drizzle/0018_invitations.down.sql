drop function people_of_tenant;
drop function resolve_invitation;
drop table invitations;
