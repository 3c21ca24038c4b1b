/** A page anywhere costs hardly more than the next one: the planner's own figure is for disks that turn. */
export const NO_DISK_TURNS = { random_page_cost: "1.1" };
