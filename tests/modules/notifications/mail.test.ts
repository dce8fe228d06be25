import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue } from '../../support/factories.ts';
import { offer } from '../../support/issues.ts';
import { until } from '../../support/log.ts';
import { mutate } from '../../support/mutations.ts';
import { openOwner, type Owner } from '../../support/owner.ts';

interface Received {
  to: string;
  source: string;
}

let app: TestApp;
let owner: Owner;
let front: Actor;
let officer: Actor;
const received: Received[] = [];
/** How many more mails the server turns away for now. */
let busy = 0;

const smtp = new SMTPServer({
  authOptional: true,
  hideSTARTTLS: true,
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      if (busy > 0) {
        busy -= 1;
        done(Object.assign(new Error('try again later'), { responseCode: 451 }));
        return;
      }
      received.push({ to: session.envelope.rcptTo[0]!.address, source: Buffer.concat(chunks).toString() });
      done();
    });
  },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as { port: number };
  app = await startTestApp({ jobs: true, smtpUrl: `smtp://127.0.0.1:${port}`, mailFrom: 'Liên Thông <lt@ht.example>' });
  owner = await openOwner(app);
  // The tests are the clock: no sweep of its own comes between.
  await owner.rows(`delete from jobs.schedule where name = 'notification.planMail'`);
  [front, officer] = await Promise.all([app.actor('COORDINATOR', 'MTTQ-18073'), app.actor('OFFICER', 'UBND-18685')]);
});
beforeEach(() => void received.splice(0));
afterAll(async () => {
  await owner.close();
  await app.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

/** As the sweep of a minute does, at a local time of today. */
async function sweepAt(local: string): Promise<number> {
  const rows = await owner.rows(
    `with planned as (select plan_notification_mail((current_date || ' ' || $1)::timestamp at time zone 'Asia/Ho_Chi_Minh') as id)
      select id::text from planned`,
    [local],
  );
  for (const { id } of rows as { id: string }[]) {
    await owner.rows(
      `insert into jobs.job_common (name, data, retry_limit, retry_delay, expire_seconds)
        values ('notification.sendMail', jsonb_build_object('mailId', $1::text), 5, 1, 60)`,
      [id],
    );
  }
  return rows.length;
}

async function mails(count: number): Promise<Received[]> {
  for (let waited = 0; received.length < count; waited += 1) {
    if (waited > 800) throw new Error(`waited in vain for ${count}: ${JSON.stringify(received)}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return received;
}

const textOf = ({ source }: Received): string => Buffer.from(source.split('\r\n\r\n')[1]!, 'base64').toString();

describe('an e-mail', () => {
  it('tells at once what a body has to act on, by codes alone, once though the server was busy', async () => {
    const issue = await collectIssue(front, { title: 'Nắp cống canary vỡ' });
    await offer(front, issue, 'UBND-18685');
    busy = 1;
    expect(await sweepAt('10:00')).toBe(3);
    const all = await mails(3);
    expect(all.map(({ to }) => to.split('@')[0]!).toSorted()).toEqual(['coordinator', 'leader', 'officer']);
    expect(textOf(all[0]!)).toContain(`Chuyển, tiếp nhận:\n  - ${issue.code}`);
    for (const mail of all) expect(mail.source + textOf(mail)).not.toContain('canary');
    expect(new Set(all.map(({ source }) => /^Message-ID: (.*)$/im.exec(source)![1])).size).toBe(3);
    expect(await sweepAt('10:01')).toBe(0);
    expect(received).toHaveLength(3);
  });

  it('waits for the end of quiet hours', async () => {
    await mutate(officer, 'notificationPreferencesSet', { quietHours: { from: '20:00', to: '06:00' } });
    await offer(front, await collectIssue(front), 'UBND-18685');
    expect(await sweepAt('21:30')).toBe(2);
    await mails(2);
    expect(await sweepAt('05:59')).toBe(0);
    expect(await sweepAt('06:00')).toBe(1);
    expect((await mails(3)).at(-1)!.to).toMatch(/^officer@/);
    await mutate(officer, 'notificationPreferencesSet', { quietHours: null });
  });

  it('sums up once a day, from 07:00, what is left unread', async () => {
    const [one, other] = [
      await collectIssue(front, { sharedWith: ['UBND-18685'] }),
      await collectIssue(front, { sharedWith: ['UBND-18685'] }),
    ];
    for (const { id } of [one, other]) {
      await mutate(officer, 'follow', { subjectId: id });
      for (const body of ['Một.', 'Hai.']) await mutate(front, 'commentAdd', { subjectId: id, body });
    }
    const { viewer } = await officer.ask<{ viewer: { notificationDigest: string } }>(
      '{ viewer { notificationDigest } }',
    );
    expect(viewer.notificationDigest).toContain(`Nội dung đang theo dõi:`);
    expect(viewer.notificationDigest).toContain(`${one.code} (2 lần)`);
    const { notifications } = await officer.ask<{ notifications: { nodes: { id: string }[] } }>(
      'query ($id: ID!) { notifications(subjectId: $id) { nodes { id } } }',
      { id: other.id },
    );
    await mutate(officer, 'notificationsMarkRead', { ids: notifications.nodes.map(({ id }) => id) });
    expect(await sweepAt('06:59')).toBe(0);
    expect(await sweepAt('07:00')).toBe(1);
    const [digest] = await mails(1);
    expect(textOf(digest!)).toContain(`${one.code} (2 lần)`);
    expect(textOf(digest!)).not.toContain(other.code);
    await mutate(front, 'commentAdd', { subjectId: one.id, body: 'Ba.' });
    expect(await sweepAt('15:00')).toBe(0);
  });

  it('names nothing that its body has lost sight of since, nor does the digest behind either wall', async () => {
    const issue = await collectIssue(front);
    await offer(front, issue, 'UBND-18685');
    const id = await offer(front, issue, 'UBND-18073');
    // Another body leads: the offer has lapsed, which the first one is told without what it was about.
    await mutate(await app.actor('COORDINATOR', 'UBND-18073'), 'referralAccept', { id });
    const compiled = await startTestApp({ databaseUrl: app.databaseUrl, readWall: 'compiled' });
    const digests = await Promise.all(
      [app, compiled].map(({ url }) =>
        new Actor(url, officer.token, 'officer').ask<{ viewer: { notificationDigest: string } }>(
          '{ viewer { notificationDigest } }',
        ),
      ),
    );
    await compiled.close();
    for (const { viewer } of digests) expect(viewer.notificationDigest).not.toContain(issue.code);
    await sweepAt('10:02');
    const other = await collectIssue(front);
    await offer(front, other, 'UBND-18685');
    await sweepAt('10:03');
    const isTold = ({ to, source }: Received): boolean =>
      /@ubnd-18685/.test(to) && textOf({ to, source }).includes(other.code);
    await until(() => received.filter(isTold).length === 3);
    expect(received.filter((mail) => /@ubnd-18685/.test(mail.to) && textOf(mail).includes(issue.code))).toEqual([]);
  });
});
