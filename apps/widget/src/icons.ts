export const ICONS = {
  close: "M6 6l12 12M18 6L6 18",
  reset: "M4 12a8 8 0 1 0 2.4-5.7L4 8.6M4 4v4.6h4.6",
  send: "M12 19V5M6 11l6-6 6 6",
  stop: "M7 7h10v10H7z",
};
