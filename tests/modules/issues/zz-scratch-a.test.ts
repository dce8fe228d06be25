import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { issueInput } from '../../support/factories.ts';
let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());
it('x', async () => {
  const front = app.app('MTTQ-18073');
  const q = 'mutation ($input: IssueCollectInput!) { issueCollect(input: $input) { position issue { id code version } } }';
  const input = await issueInput(front);
  const out: Record<string, number> = {};
  for (let i = 0; i < 30; i += 1) {
    const clientId = randomUUID();
    const rs = await Promise.all([clientId, clientId.toUpperCase(), `{${clientId}}`].map((c) => front.send(q, { input: { ...input, clientId: c } })));
    for (const r of rs) { const k = JSON.stringify(r.errors.map((e) => e.extensions.code)); out[k] = (out[k] ?? 0) + 1; }
  }
  for (const clientId of [`${randomUUID()}}`, '{' + randomUUID()]) {
    const r = await front.send(q, { input: { ...input, clientId } });
    process.stderr.write(JSON.stringify(r) + '\n');
  }
  for (const collectedOn of ['0000-01-01', '0001-01-01']) {
    const r = await front.send(q, { input: { ...input, collectedOn } });
    process.stderr.write(JSON.stringify(r) + '\n');
  }
  for (const topicCode of ['\0', '\ud800', 'x'.repeat(100000)]) {
    const r = await front.send(q, { input: { ...input, topicCode } });
    process.stderr.write(JSON.stringify(r) + '\n');
  }
  process.stderr.write(JSON.stringify(await front.send('{ areas(on: "0000-01-01") { nodes { id } } }')) + '\n');
  process.stderr.write(JSON.stringify(await front.send('{ areas(on: "9999-12-31") { nodes { id } } }')).slice(0, 300) + '\n');
  process.stderr.write(JSON.stringify(await front.send('{ issues(filter: {collectedFrom: "0000-01-01"}) { nodes { id } } }')) + '\n');
  for (const input of [{ email: 'a\0@x.vn', password: 'x' }, { email: '\ud800', password: '\ud800' }, { email: 'a@x.vn', password: '\0' }, { email: 'officer@mttq-18073.hatinh.example', password: '\0\ud800' }, { email: 'x'.repeat(500000), password: 'y'.repeat(400000) }]) {
    const r = await app.nobody().send('mutation ($input: SessionCreateInput!) { sessionCreate(input: $input) { token } }', { input });
    process.stderr.write(JSON.stringify(r) + '\n');
  }
  process.stderr.write(JSON.stringify(out) + '\n');
  expect(1).toBe(1);
});
