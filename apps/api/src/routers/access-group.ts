import {
  createAccessGroup,
  listAccessGroups,
  removeAccessGroup,
  updateAccessGroup,
} from "@understudy/core/access-group/access-groups";
import { listContent } from "@understudy/core/access-group/list-content";
import { setContent } from "@understudy/core/access-group/set-content";
import { setLimits } from "@understudy/core/access-group/set-limits";
import { setMembers } from "@understudy/core/access-group/set-members";
import { setOverrides } from "@understudy/core/access-group/set-overrides";
import { getVisibility, setVisibility } from "@understudy/core/access-group/visibility";
import { mutation, query, router } from "../trpc.ts";

export const accessGroupRouter = router({
  create: mutation(createAccessGroup),
  list: query(listAccessGroups),
  update: mutation(updateAccessGroup),
  remove: mutation(removeAccessGroup),
  setMembers: mutation(setMembers),
  setContent: mutation(setContent),
  content: query(listContent),
  setLimits: mutation(setLimits),
  setOverrides: mutation(setOverrides),
  visibility: query(getVisibility),
  setVisibility: mutation(setVisibility),
});
