import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { NotificationDelivery } from '../../../client-sdk/src/index.ts';
import type { Actor } from '../../support/actor.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { collectIssue, organizationId, type IssueRef } from '../../support/factories.ts';
import { now } from '../../support/live.ts';
import { mutate } from '../../support/mutations.ts';

let app: TestApp;
let front: Actor;
let officer: Actor;
let women: Actor;
const ending: AbortController[] = [];
beforeAll(async () => {
  app = await startTestApp();
  [front, officer, women] = await Promise.all([
    app.actor('COORDINATOR', 'MTTQ-18073'),
    app.actor('OFFICER', 'MTTQ-18073'),
    app.actor('COORDINATOR', 'PN-18073'),
  ]);
});
afterEach(() => ending.splice(0).forEach((controller) => controller.abort()));
afterAll(() => app.close());

function open(actor: Actor, after: string): AsyncIterableIterator<NotificationDelivery> {
  const controller = new AbortController();
  ending.push(controller);
  return actor.client.inbox({ after, signal: controller.signal });
}

async function next(stream: AsyncIterator<NotificationDelivery>): Promise<NotificationDelivery> {
  const { value } = (await stream.next()) as { value: NotificationDelivery };
  return value;
}

const comment = (issue: IssueRef, body: string): Promise<unknown> =>
  mutate(front, 'commentAdd', { subjectId: issue.id, body });

describe('the live inbox', () => {
  it('brings each office its own, with the cursors of the log, and resumes by them', async () => {
    const issue = await collectIssue(front, { sharedWith: ['PN-18073'] });
    await mutate(officer, 'follow', { subjectId: issue.id });
    const after = await now(front);
    const stream = open(officer, after);
    await comment(issue, 'Một.');
    await mutate(women, 'follow', { subjectId: issue.id });
    await comment(issue, 'Hai.');
    const [one, two] = [await next(stream), await next(stream)];
    expect([one, two].map(({ notification }) => notification.reason)).toEqual(['FOLLOWED', 'FOLLOWED']);
    expect([one, two].map(({ cursor, notification }) => cursor === notification.event.cursor)).toEqual([true, true]);
    const { notifications } = await officer.ask<{ notifications: { nodes: { id: string }[] } }>(
      '{ notifications(first: 2) { nodes { id } } }',
    );
    expect([two, one].map(({ notification }) => notification.id)).toEqual(notifications.nodes.map(({ id }) => id));

    const again = await next(open(officer, one.cursor));
    expect(again.notification.id).toBe(two.notification.id);
    const others = await next(
      open(women, await now(women).then(async (place) => (await comment(issue, 'Ba.'), place))),
    );
    expect(others.notification.event.organization.code).toBe('MTTQ-18073');
    expect(others.notification.id).not.toBe(two.notification.id);
  });

  it('does not bring what its body has lost sight of by then', async () => {
    const [issue, kept] = [
      await collectIssue(front, { sharedWith: ['PN-18073'] }),
      await collectIssue(front, { sharedWith: ['PN-18073'] }),
    ];
    for (const { id } of [issue, kept]) await mutate(women, 'follow', { subjectId: id });
    const after = await now(women);
    await comment(issue, 'Sẽ không còn thấy.');
    await mutate(front, 'issueUnshare', { id: issue.id, organizationIds: [await organizationId(front, 'PN-18073')] });
    await comment(kept, 'Vẫn thấy.');
    const first = await next(open(women, after));
    expect(first.notification.event.issue!.id).toBe(kept.id);
  });
});
