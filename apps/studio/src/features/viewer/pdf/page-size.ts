/** In points, as the page is shown. */
export interface PageSize {
  width: number;
  height: number;
}
