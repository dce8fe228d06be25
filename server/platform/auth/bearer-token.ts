const form = /^Bearer ([\w-]{16,256})$/i;

/** The token of an `Authorization` value; null where there is none or it is no bearer token. */
export function bearerToken(value: unknown): string | null {
  return typeof value === 'string' ? (form.exec(value.trim())?.[1] ?? null) : null;
}
