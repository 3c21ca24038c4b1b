const SIDE_PIXELS = 128;
const QUALITY = 0.85;

/** The square in the middle of a picture, small, as a data URL; null for what the browser can't show. */
export async function encodePicture(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const canvas = document.createElement("canvas");
  canvas.width = SIDE_PIXELS;
  canvas.height = SIDE_PIXELS;
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  const { width, height } = picture;
  const side = Math.min(width, height);
  const cut = [(width - side) / 2, (height - side) / 2, side, side] as const;
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, ...cut, 0, 0, SIDE_PIXELS, SIDE_PIXELS);
  picture.close();
  const webp = canvas.toDataURL("image/webp", QUALITY);
  if (webp.startsWith("data:image/webp")) return webp;
  // Not every browser writes WebP, and JPEG knows no transparency.
  pen.globalCompositeOperation = "destination-over";
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, SIDE_PIXELS, SIDE_PIXELS);
  return canvas.toDataURL("image/jpeg", QUALITY);
}
