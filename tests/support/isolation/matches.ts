import type { JobTx } from '../../../server/platform/jobs/job.ts';
import { indexIssues } from '../../../server/modules/matches/match-index.service.ts';
import { proposePairs } from '../../../server/modules/matches/match-propose.service.ts';
import { canaryText } from './canary.ts';
import type { Play } from './play.ts';

const uuidIn = (id: string): string => id.slice(id.indexOf('_') + 1);

/** What background work does, as the owner: in this world nothing happens but when it is told. */
async function asJob(play: Play, work: (tx: JobTx) => Promise<void>): Promise<void> {
  const { owner } = play.world;
  const query: JobTx['query'] = async (text, values = []) => (await owner.query(text, [...values])).rows as never;
  await owner.query('begin');
  try {
    await work({ query, now: new Date(), scope: play.world } as JobTx);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** The search finds that two issues resemble one another; its sentences are canaries. Yields the ids of the two sides. */
export async function propose(play: Play, issue: string, other: string): Promise<[string, string]> {
  const evidence = [1, 3, 4].map((step) => ({
    step,
    lines: [{ signal: 'TEXT', weight: 1, detail: canaryText() }],
  }));
  const [issueId, otherId] = [uuidIn(issue), uuidIn(other)];
  await play.happen(() =>
    asJob(play, (tx) => proposePairs(tx, [{ issueId, otherId, score: 0.7, veryLikely: false, evidence }])),
  );
  const side = (id: string): string =>
    `match_${String(play.now.rows('match').find((match) => match['issue_id'] === id)!['id'])}`;
  return [side(issueId), side(otherId)];
}

/** Drafts can be compared with every issue from now on. */
export const indexAll = (play: Play): Promise<void> =>
  asJob(play, (tx) =>
    indexIssues(
      tx,
      play.now.rows('issue').map((issue) => String(issue['id'])),
    ),
  );
