import { setTimeout as delay } from 'node:timers/promises';
import type { Actor } from './actor.ts';
import type { TestApp } from './app.ts';
import { collectIssue, type IssueRef } from './factories.ts';
import { mutate } from './mutations.ts';
import type { Owner } from './owner.ts';

/** One matter in two wordings, with words, a street and a number in common; another one that has none of them. */
export const flooded = {
  title: 'Ngập nước kéo dài ở đường Nguyễn Biểu',
  description:
    'Đường Nguyễn Biểu đoạn trước chợ Vườn Ươm ngập nước sau mỗi trận mưa, cống thoát nước bị bồi lấp, đề nghị nạo vét cống.',
  place: 'đường Nguyễn Biểu, chợ Vườn Ươm',
};
export const floodedToo = {
  title: 'Đường Nguyễn Biểu ngập nước, cống thoát bị bồi lấp',
  description:
    'Bà con phản ánh cứ mưa là đường Nguyễn Biểu trước chợ Vườn Ươm ngập nước do cống thoát nước bị bồi lấp, cần nạo vét cống sớm.',
  place: 'chợ Vườn Ươm, đường Nguyễn Biểu',
};
export const unlike = {
  title: 'Thiếu giáo viên tiếng Anh ở trường tiểu học',
  description: 'Phụ huynh lo lắng vì học kỳ này lớp ba chưa có thầy cô dạy ngoại ngữ, xin bổ sung biên chế.',
  place: 'trường tiểu học',
  topicCode: 'EDUCATION',
};

/** Resolves when no background work is left; fails where some does not end. */
export async function settled(owner: Owner): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const left = await owner.rows(
      `select name, state from jobs.job_common where name like 'matches.%' and name <> 'matches.keepUp'
        and state in ('created', 'retry', 'active')`,
    );
    if (left.length === 0) break;
    if (Date.now() > end || left.some(({ state }) => state === 'retry'))
      throw new Error(`Jobs are left: ${JSON.stringify(left)}`);
    await delay(60);
  }
  const failed = await owner.rows(`select name, output from jobs.job_common where state = 'failed'`);
  if (failed.length > 0) throw new Error(`Jobs have failed: ${JSON.stringify(failed)}`);
}

/** Each case has a corpus of its own: issues of earlier ones would be found too. */
export async function clearCorpus(owner: Owner): Promise<void> {
  await owner.rows('truncate matching.document, matching.posting, matching.term');
  await owner.rows(`update issue set status = 'OUT_OF_SCOPE'`);
}

export interface SeenMatch {
  id: string;
  score: number;
  veryLikely: boolean;
  state: string;
  disclosure: string;
  opened: string;
  ownIssue: { id: string };
  organization: { code: string } | null;
  issue: { id: string; title: string; description: string | null; place: string | null } | null;
  evidence: { signal: string; weight: number; detail: string }[];
  verdicts: { organization: { code: string }; verdict: string; standing: boolean }[];
  changedSince: boolean;
  disclosureAskedAt: string | null;
  disclosureWantedAt: string | null;
  allowedActions: string[];
}

export const matchFields = `id score veryLikely state disclosure opened ownIssue { id } organization { code }
  issue { id title description place } evidence { signal weight detail }
  verdicts { organization { code } verdict standing } changedSince disclosureAskedAt disclosureWantedAt allowedActions`;

export async function matchesOf(actor: Actor, issue: { id: string }): Promise<SeenMatch[]> {
  const { node } = await actor.ask<{ node: { matches: { nodes: SeenMatch[] } } }>(
    `query ($id: ID!) { node(id: $id) { ... on Issue { matches { nodes { ${matchFields} } } } } }`,
    { id: issue.id },
  );
  return node.matches.nodes;
}

/** The one match of an issue. */
export async function matchOf(actor: Actor, issue: { id: string }): Promise<SeenMatch> {
  const matches = await matchesOf(actor, issue);
  if (matches.length !== 1) throw new Error(`${actor.name}: ${matches.length} matches, not one`);
  return matches[0]!;
}

const act =
  (name: string) =>
  async (actor: Actor, match: { id: string }, input: object = {}): Promise<SeenMatch> => {
    const payload = await mutate<{ match: SeenMatch }>(
      actor,
      name,
      { id: match.id, ...input },
      `match { ${matchFields} }`,
    );
    return payload.match;
  };

export const disclose = act('matchDisclose');
export const askFor = act('matchAskDisclosure');
const decideAs = act('matchDecide');
export const decide = (actor: Actor, match: { id: string }, verdict: string): Promise<SeenMatch> =>
  decideAs(actor, match, { verdict });

export interface Pair {
  one: Actor;
  other: Actor;
  ones: IssueRef;
  others: IssueRef;
}

/** Two bodies collect the same matter, each for itself. */
export async function collectPair(
  app: TestApp,
  owner: Owner,
  codes: readonly [string, string] = ['MTTQ-18073', 'UBND-18073'],
): Promise<Pair> {
  const [one, other] = [app.app(codes[0]), app.app(codes[1])];
  const ones = await collectIssue(one, flooded);
  const others = await collectIssue(other, floodedToo);
  await settled(owner);
  return { one, other, ones, others };
}
