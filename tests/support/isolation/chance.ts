import { draftOf, orgId, uuidIn } from './acts.ts';
import { canaryText, mintCanary } from './canary.ts';
import type { Row } from './facts.ts';
import type { Play } from './play.ts';
import { bodyNames, type Body } from './world.ts';

/** The same numbers for the same seed: mulberry32. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  isLess(share: number): boolean {
    return this.next() < share;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.next() * list.length)];
  }

  some<T>(list: readonly T[], count: number): T[] {
    return Array.from({ length: Math.min(count, list.length) }, () => this.of(list)!);
  }
}

interface Turn {
  play: Play;
  chance: Chance;
  body: Body;
  other: Body;
}

type Act = { mutation: string; input: Row } | null;

const id = (prefix: string, row: Row | undefined): string | null => (row ? `${prefix}_${String(row['id'])}` : null);

/** Mostly among what satisfies the test; now and then anything, to be refused. */
function some({ play, chance }: Turn, table: string, test: (row: Row) => boolean): Row | undefined {
  const rows = play.now.rows(table);
  return chance.of(chance.isLess(0.93) ? rows.filter(test) : rows);
}

const owned = (turn: Turn): Row | undefined => some(turn, 'issue', (issue) => issue['owner_id'] === turn.body.id);
const readable = (turn: Turn): Row | undefined =>
  some(turn, 'issue', (issue) => turn.play.now.reads(turn.body.id, issue['id']));
const joined = (turn: Turn): Row | undefined =>
  some(turn, 'matter', (matter) => turn.play.now.takesPart(turn.body.id, matter['id']));
const led = (turn: Turn): Row | undefined =>
  some(turn, 'matter', (matter) =>
    ['LEAD', 'COORDINATING'].includes(turn.play.now.role(turn.body.id, matter['id']) ?? ''),
  );
const offered = (turn: Turn): Row | undefined =>
  some(turn, 'referral', (offer) => offer['to_id'] === turn.body.id && offer['status'] === 'OFFERED');

const sent = (turn: Turn, status: string): Row | undefined =>
  some(turn, 'referral', (offer) => offer['from_id'] === turn.body.id && offer['status'] === status);
const seen = (turn: Turn): Row | undefined => some(turn, 'task', (task) => turn.play.now.seesTask(turn.body.id, task));

function on(mutation: string, target: string | null, input: (target: string) => Row): Act {
  return target === null ? null : { mutation, input: input(target) };
}

const roles = ['LEAD', 'COORDINATING', 'SUPERVISING', 'INFORMED'];

/** Every act, with what it is done to chosen by chance. */
const acts: readonly ((turn: Turn) => Act)[] = [
  ({ play, chance, other }) => ({
    mutation: 'issueCollect',
    input: draftOf(play, chance.isLess(0.5) ? { shareWith: [other] } : {}),
  }),
  (turn) =>
    on('issueEdit', id('issue', owned(turn)), (target) => ({
      id: target,
      title: canaryText(),
      place: canaryText(),
      expectedVersion: version(turn, 'issue', target),
    })),
  (turn) =>
    on('issueScreen', id('issue', owned(turn)), (target) => ({
      id: target,
      decision: turn.chance.of(['ACCEPT', 'NEEDS_INFO']),
      reason: canaryText(),
    })),
  (turn) =>
    on('issueShare', id('issue', owned(turn)), (target) => ({ id: target, organizationIds: [orgId(turn.other)] })),
  (turn) =>
    on('issueShare', id('issue', owned(turn)), (target) => ({
      id: target,
      visibility: turn.chance.of(['PRIVATE', 'SHARED', 'NETWORK']),
    })),
  (turn) =>
    on('issueUnshare', id('issue', owned(turn)), (target) => ({ id: target, organizationIds: [orgId(turn.other)] })),
  (turn) =>
    on('issueLink', id('issue', readable(turn)), (fromId) => ({
      fromId,
      toId: id('issue', readable(turn)) ?? fromId,
      kind: 'RELATED',
      note: canaryText(),
    })),
  (turn) =>
    on(
      'issueUnlink',
      id(
        'link',
        some(turn, 'issue_link', (link) => turn.play.now.seesLink(turn.body.id, link)),
      ),
      (linkId) => ({ linkId }),
    ),
  (turn) =>
    on('referralOffer', id('issue', owned(turn)), (issueId) => ({
      issueId,
      toOrganizationId: orgId(turn.other),
      role: turn.chance.of(roles),
      request: canaryText(),
    })),
  (turn) =>
    on('referralOffer', id('issue', readable(turn)), (issueId) => ({
      issueId,
      toOrganizationId: orgId(turn.other),
      role: turn.chance.of(roles),
      request: canaryText(),
    })),
  (turn) =>
    on('referralAccept', id('referral', offered(turn)), (target) => ({
      id: target,
      matterId: turn.chance.isLess(0.3) ? id('matter', led(turn)) : null,
    })),
  (turn) =>
    on('referralDecline', id('referral', offered(turn)), (target) => ({
      id: target,
      reason: canaryText(),
      suggestedOrganizationId: orgId(turn.other),
    })),
  (turn) =>
    on('matterOpen', id('issue', readable(turn)), (issue) => ({
      issueIds: [issue],
      title: canaryText(),
      summary: canaryText(),
      leadId: turn.chance.isLess(0.3) ? orgId(turn.other) : null,
    })),
  (turn) =>
    on('matterAddIssue', id('matter', joined(turn)), (matterId) => ({
      matterId,
      issueId: id('issue', readable(turn)) ?? matterId,
    })),
  (turn) =>
    on('matterAddIssue', id('matter', joined(turn)), (matterId) => ({
      matterId,
      issueId: id('issue', owned(turn)) ?? matterId,
    })),
  (turn) =>
    on('matterRemoveIssue', id('matter', joined(turn)), (matterId) => ({
      matterId,
      issueId:
        id(
          'issue',
          some(turn, 'issue', (issue) => inMatter(turn, issue, matterId)),
        ) ?? matterId,
      reason: canaryText(),
    })),
  (turn) =>
    on('matterInvite', id('matter', led(turn)), (matterId) => ({
      matterId,
      organizationId: orgId(turn.other),
      role: turn.chance.of(roles),
    })),
  (turn) => on('matterLeave', id('matter', joined(turn)), (matterId) => ({ matterId, reason: canaryText() })),
  (turn) =>
    on('matterAnswer', id('matter', led(turn)), (matterId) => ({
      matterId,
      outcome: 'EXPLAINED',
      content: canaryText(),
      documentNumber: mintCanary(),
    })),
  (turn) =>
    on('matterAssess', id('matter', joined(turn)), (matterId) => ({
      matterId,
      verdict: 'ADEQUATE',
      note: canaryText(),
    })),
  (turn) => on('matterClose', id('matter', led(turn)), (matterId) => ({ matterId })),
  (turn) => on('matterReopen', id('matter', joined(turn)), (matterId) => ({ matterId, reason: canaryText() })),
  (turn) =>
    on('taskAssign', id('matter', led(turn)), (matterId) => ({
      matterId,
      organizationId: orgId(turn.chance.isLess(0.5) ? turn.body : turn.other),
      title: canaryText(),
    })),
  (turn) =>
    on(
      'taskUpdate',
      id(
        'task',
        some(turn, 'task', (task) => task['organization_id'] === turn.body.id),
      ),
      (target) => ({ id: target, status: turn.chance.of(['DOING', 'DONE']), result: canaryText() }),
    ),
  (turn) =>
    on('commentAdd', id('issue', readable(turn)), (subjectId) => ({
      subjectId,
      body: canaryText(),
      internal: turn.chance.isLess(0.3),
    })),
  (turn) =>
    on('commentAdd', id('matter', joined(turn)), (subjectId) => ({
      subjectId,
      body: canaryText(),
      internal: turn.chance.isLess(0.3),
    })),
  (turn) => on('referralAsk', id('referral', offered(turn)), (target) => ({ id: target, question: canaryText() })),
  (turn) =>
    on('referralReply', id('referral', sent(turn, 'OFFERED')), (target) => ({ id: target, reply: canaryText() })),
  (turn) =>
    on('referralWithdraw', id('referral', sent(turn, 'OFFERED')), (target) => ({ id: target, reason: canaryText() })),
  (turn) =>
    on(
      'referralReturn',
      id(
        'referral',
        some(turn, 'referral', (offer) => offer['to_id'] === turn.body.id && offer['status'] === 'ACCEPTED'),
      ),
      (target) => ({ id: target, reason: canaryText() }),
    ),
  (turn) =>
    on(
      'assignmentMake',
      id(
        'assignment',
        some(turn, 'assignment', (one) => one['body_id'] === turn.body.id && one['status'] === 'REQUESTED'),
      ),
      (target) => ({ id: target, toOrganizationId: orgId(turn.other), request: canaryText() }),
    ),
  (turn) => on('reminderSend', id('matter', joined(turn)), (subjectId) => ({ subjectId, note: canaryText() })),
  (turn) =>
    on('answerDraft', id('matter', led(turn)), (matterId) => ({
      matterId,
      outcome: 'EXPLAINED',
      content: canaryText(),
      documentNumber: mintCanary(),
    })),
  (turn) =>
    on('taskLink', id('task', seen(turn)), (target) => ({ id: target, toId: id('matter', led(turn)) ?? target })),
  (turn) =>
    on('taskLink', id('task', seen(turn)), (target) => ({ id: target, toId: id('issue', readable(turn)) ?? target })),
  (turn) => on('follow', id('issue', readable(turn)), (subjectId) => ({ subjectId })),
];

const version = ({ play }: Turn, table: string, target: string): number =>
  Number(play.now.rows(table).find((row) => row['id'] === uuidIn(target))!['version']);

const inMatter = ({ play }: Turn, issue: Row, matterId: string): boolean =>
  play.now
    .rows('matter_issue')
    .some((place) => place['issue_id'] === issue['id'] && place['matter_id'] === uuidIn(matterId));

/** So many acts by chance; what the server refuses counts as done, its refusal must be silent. */
export async function playByChance(play: Play, steps: number, seed: number): Promise<void> {
  const chance = new Chance(seed);
  const bodies = bodyNames.map((name) => play.world.bodies[name]);
  for (let done = 0; done < steps;) {
    const body = chance.of(bodies)!;
    const other = chance.of(bodies.filter((one) => one !== body))!;
    const act = chance.of(acts)!({ play, chance, body, other });
    if (!act) continue;
    await play.attempt(body, act.mutation, act.input);
    done += 1;
  }
}
