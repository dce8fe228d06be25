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
    collectAll: async (by: Body, drafts: readonly Draft[]) => {
      const rows = drafts.map((draft) => ({ ...draftOf(play, draft), idempotencyKey: undefined }));
      await play.act(by, 'issuesCollect', keyed({ rows }));
    },
    split: async (by: Body, issue: string) => {
      const part = (): Row => ({ title: canaryText(), description: canaryText(), place: canaryText() });
      await play.act(by, 'issueSplit', keyed({ id: issue, parts: [part(), part()] }));
      return play.now
        .rows('issue')
        .filter((row) => row['parent_id'] === uuidIn(issue))
        .map((row) => `issue_${String(row['id'])}`);
    },
    rejoin: async (by: Body, issue: string) => play.act(by, 'issueRejoin', keyed({ id: issue, reason: canaryText() })),
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
    ask: async (by: Body, referral: string) =>
      play.act(by, 'referralAsk', keyed({ id: referral, question: canaryText() })),
    reply: async (by: Body, referral: string) =>
      play.act(by, 'referralReply', keyed({ id: referral, reply: canaryText() })),
    giveBack: async (by: Body, referral: string) =>
      play.act(by, 'referralReturn', keyed({ id: referral, reason: canaryText() })),
    withdraw: async (by: Body, referral: string) =>
      play.act(by, 'referralWithdraw', keyed({ id: referral, reason: canaryText() })),
    assignTo: async (by: Body, assignment: string, to: Body) =>
      id(
        await play.act(
          by,
          'assignmentMake',
          keyed({ id: assignment, toOrganizationId: orgId(to), request: canaryText() }),
        ),
        'matter',
      ),
    remind: async (by: Body, subjectId: string) =>
      play.act(by, 'reminderSend', keyed({ subjectId, note: canaryText() })),
    draft: async (by: Body, matterId: string) =>
      id(await play.act(by, 'answerDraft', keyed({ matterId, ...promised() })), 'draft'),
    discard: async (by: Body, draft: string) => play.act(by, 'answerDraftDiscard', keyed({ id: draft })),
    publish: async (by: Body, draft: string) => id(await play.act(by, 'answerPublish', keyed({ id: draft })), 'answer'),
    promise: async (by: Body, matterId: string) =>
      id(await play.act(by, 'matterAnswer', keyed({ matterId, ...promised() })), 'answer'),
    answerSome: async (by: Body, matterId: string, issueIds: string[]) =>
      id(
        await play.act(
          by,
          'matterAnswer',
          keyed({ matterId, outcome: 'EXPLAINED', content: canaryText(), documentNumber: mintCanary(), issueIds }),
        ),
        'answer',
      ),
    relay: async (by: Body, answerId: string, issueId: string) =>
      play.act(
        by,
        'answerRelay',
        keyed({
          answerId,
          issueId,
          channel: 'DIALOGUE',
          toldOn: play.world.today,
          notSatisfied: 7,
          note: canaryText(),
        }),
      ),
    settle: async (by: Body, commitment: string) =>
      play.act(by, 'commitmentSettle', keyed({ id: commitment, status: 'DROPPED', note: canaryText() })),
    tie: async (by: Body, task: string, toId: string) => play.act(by, 'taskLink', keyed({ id: task, toId })),
    untie: async (by: Body, task: string, toId: string) => play.act(by, 'taskUnlink', keyed({ id: task, toId })),
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
    comment: async (by: Body, subjectId: string, internal = false) =>
      play.act(by, 'commentAdd', keyed({ subjectId, body: canaryText(), internal })),
    follow: async (by: Body, subjectId: string) => play.act(by, 'follow', keyed({ subjectId }), typeOf(subjectId)),
    unfollow: async (by: Body, subjectId: string) => play.act(by, 'unfollow', keyed({ subjectId }), typeOf(subjectId)),
  };
}

const promised = (): Row => ({
  outcome: 'PLANNED',
  content: canaryText(),
  documentNumber: mintCanary(),
  plannedOn: '2999-01-01',
  promise: canaryText(),
});

/** Of the latest row that fits, as a global id. */
export function latestId(play: Play, [table, prefix]: readonly [string, string], test: (row: Row) => boolean): string {
  return `${prefix}_${String(play.now.rows(table).findLast(test)!['id'])}`;
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
