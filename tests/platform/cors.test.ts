import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ allowedOrigins: ['https://app.example.vn'] });
});
afterAll(() => app.close());

const preflight = (origin: string): Promise<Response> =>
  fetch(app.url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization, content-type',
    },
  });

it('lets pages of other origins call nothing', async () => {
  const response = await preflight('https://evil.example');
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
});

it('lets pages of an allowed origin call with a token, never with a cookie', async () => {
  const response = await preflight('https://app.example.vn');
  expect(response.headers.get('access-control-allow-origin')).toBe('https://app.example.vn');
  expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
  expect(response.headers.get('access-control-allow-credentials')).toBeNull();
});
