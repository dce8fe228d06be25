import { randomUUID } from 'node:crypto';
import { canaryText, mintCanary } from './canary.ts';
import type { Row } from './facts.ts';
import type { Oracle } from './oracle.ts';
import type { Play } from './play.ts';
import { bodyNames, type Body, type BodyName, type World } from './world.ts';

let collected = 0;

export const orgId = (body: Body): string => `org_${body.id}`;

interface Draft {
  visibility?: 'PRIVATE' | 'SHARED' | 'NETWORK';
  shareWith?: Body[];
}

/** Every text of a new issue is a canary, the texts that nobody ever reads back too, and its voices are its own. */
export function draftOf(play: Play, { visibility = 'PRIVATE', shareWith }: Draft = {}): Row {
  collected += 1;
  return {
    clientId: randomUUID(),
    idempotencyKey: mintCanary(),
    kind: 'REFLECTION',
    title: canaryText(),
    description: canaryText(),
    place: canaryText(),
    topicCode: ['DRAINAGE', 'TRANSPORT', 'WATER'][collected % 3],
    areaId: play.world.areaId,
    channel: 'DIALOGUE',
    voices: 100_003 + collected * 7919,
    visibility: shareWith ? 'SHARED' : visibility,
    ...(shareWith && { shareWithIds: shareWith.map(orgId) }),
  };
}

/** The acts of the story, each with canaries for its texts; ids are global ids. */
export function actsOf(play: Play) {
  const keyed = (input: Row): Row => ({ ...input, idempotencyKey: mintCanary() });
  const id = (payload: Record<string, Row>, name: string): string => String(payload[name]!['id']);
  return {
    collect: async (by: Body, draft: Draft = {}) =>
      id(await play.act(by, 'issueCollect', draftOf(play, draft)), 'issue'),
    edit: async (by: Body, issue: string) => {
      const texts = { title: canaryText(), description: canaryText(), place: canaryText() };
      await play.act(by, 'issueEdit', keyed({ id: issue, ...texts, expectedVersion: versionOf(play, 'issue', issue) }));
    },
    screen: async (by: Body, issue: string, decision: string) =>
      play.act(by, 'issueScreen', keyed({ id: issue, decision, reason: canaryText() })),
    share: async (by: Body, issue: string, input: Row) => play.act(by, 'issueShare', keyed({ id: issue, ...input })),
    unshare: async (by: Body, issue: string, from: Body[]) =>
      play.act(by, 'issueUnshare', keyed({ id: issue, organizationIds: from.map(orgId) })),
    link: async (by: Body, fromId: string, toId: string, kind = 'RELATED') =>
      id(await play.act(by, 'issueLink', keyed({ fromId, toId, kind, note: canaryText() })), 'link'),
    unlink: async (by: Body, linkId: string) => play.act(by, 'issueUnlink', keyed({ linkId, reason: canaryText() })),
    offer: async (by: Body, issueId: string, to: Body, role = 'LEAD') =>
      id(
        await play.act(
          by,
          'referralOffer',
          keyed({ issueId, toOrganizationId: orgId(to), role, request: canaryText() }),
        ),
        'referral',
      ),
    accept: async (by: Body, referral: string, matterId?: string) =>
      id(await play.act(by, 'referralAccept', keyed({ id: referral, ...(matterId && { matterId }) })), 'matter'),
    decline: async (by: Body, referral: string, suggested?: Body) =>
      play.act(
        by,
        'referralDecline',
        keyed({ id: referral, reason: canaryText(), ...(suggested && { suggestedOrganizationId: orgId(suggested) }) }),
      ),
    open: async (by: Body, issueIds: string[], lead?: Body) =>
      id(
        await play.act(
          by,
          'matterOpen',
          keyed({ issueIds, title: canaryText(), summary: canaryText(), ...(lead && { leadId: orgId(lead) }) }),
        ),
        'matter',
      ),
    add: async (by: Body, matterId: string, issueId: string) =>
      play.act(by, 'matterAddIssue', keyed({ matterId, issueId })),
    remove: async (by: Body, matterId: string, issueId: string) =>
      play.act(by, 'matterRemoveIssue', keyed({ matterId, issueId, reason: canaryText() })),
    invite: async (by: Body, matterId: string, body: Body, role: string) =>
      play.act(by, 'matterInvite', keyed({ matterId, organizationId: orgId(body), role })),
    leave: async (by: Body, matterId: string) => play.act(by, 'matterLeave', keyed({ matterId, reason: canaryText() })),
    answer: async (by: Body, matterId: string, outcome = 'IN_RESOLUTION') =>
      play.act(by, 'matterAnswer', keyed({ matterId, outcome, content: canaryText(), documentNumber: mintCanary() })),
    assess: async (by: Body, matterId: string) =>
      play.act(by, 'matterAssess', keyed({ matterId, verdict: 'GENERIC', note: canaryText() })),
    close: async (by: Body, matterId: string) => play.act(by, 'matterClose', keyed({ matterId })),
    reopen: async (by: Body, matterId: string) =>
      play.act(by, 'matterReopen', keyed({ matterId, reason: canaryText() })),
    assign: async (by: Body, matterId: string, to: Body) =>
      id(await play.act(by, 'taskAssign', keyed({ matterId, organizationId: orgId(to), title: canaryText() })), 'task'),
    work: async (by: Body, task: string, status: string) =>
      play.act(by, 'taskUpdate', keyed({ id: task, status, result: canaryText() })),
    setClock: async (by: Body, subjectId: string, kind: string) =>
      id(
        await play.act(by, 'deadlineSet', keyed({ subjectId, kind, name: canaryText(), dueOn: '2999-01-01' })),
        'deadline',
      ),
    pauseClock: async (by: Body, deadline: string) =>
      play.act(by, 'deadlinePause', keyed({ id: deadline, reason: canaryText() })),
    resumeClock: async (by: Body, deadline: string) =>
      play.act(by, 'deadlineResume', keyed({ id: deadline, reason: canaryText() })),
    extendClock: async (by: Body, deadline: string) =>
      play.act(by, 'deadlineExtend', keyed({ id: deadline, amount: 2, reason: canaryText() })),
    endClock: async (by: Body, deadline: string) =>
      play.act(by, 'deadlineEnd', keyed({ id: deadline, result: 'MET', reason: canaryText() })),
    comment: async (by: Body, subjectId: string, internal = false) =>
      play.act(by, 'commentAdd', keyed({ subjectId, body: canaryText(), internal })),
    follow: async (by: Body, subjectId: string) => play.act(by, 'follow', keyed({ subjectId }), typeOf(subjectId)),
    unfollow: async (by: Body, subjectId: string) => play.act(by, 'unfollow', keyed({ subjectId }), typeOf(subjectId)),
  };
}

const typeOf = (subjectId: string): string =>
  ({ issue: 'Issue', matter: 'Matter', topic: 'Topic', area: 'Area', org: 'Organization' })[subjectId.split('_')[0]!]!;

export function versionOf(play: Play, table: string, id: string): number {
  return Number(play.now.rows(table).find((row) => row['id'] === uuidIn(id))!['version']);
}

export const uuidIn = (id: string): string => id.slice(id.indexOf('_') + 1);

/** Levels by body, at one moment: `{ front: 1, committee: 2 }` leaves out the bodies that see nothing. */
export function levelsOf({ bodies }: World, moment: Oracle, issue: string): Partial<Record<BodyName, number>> {
  const levels = bodyNames.map((name) => [name, moment.level(bodies[name].id, uuidIn(issue))] as const);
  return Object.fromEntries(levels.filter(([, level]) => level !== null));
}
