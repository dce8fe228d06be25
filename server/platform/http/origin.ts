const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Whether a browser's page of `origin` may use the API, over HTTP or WebSocket.
 * No origin means no browser, so there is nobody's session to abuse. The own origin (`host` is the Host header) always
 * may; besides it the `allowed` ones, or with `null` every page served from this very machine.
 */
export function originAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[] | null,
): boolean {
  if (origin === undefined) {
    return true;
  }
  const own = URL.parse(origin)?.host;
  if (own !== undefined && own === host?.toLowerCase()) {
    return true;
  }
  return allowed === null ? LOCAL.test(origin) : allowed.includes(origin);
}
