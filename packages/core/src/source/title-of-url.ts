const MAX_CHARACTERS = 300;

/** Until the page says its own: host and path, as people read them. */
export function titleOfUrl(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${readable(pathname)}`.replace(/\/$/, "").slice(0, MAX_CHARACTERS);
}

function readable(pathname: string): string {
  try {
    return decodeURIComponent(pathname).replace(/\p{C}/gu, "");
  } catch (error) {
    if (error instanceof URIError) return pathname;
    throw error;
  }
}
