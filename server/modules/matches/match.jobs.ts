import type { JobKind } from '../../platform/jobs/job.ts';
import type { Reaction } from '../../platform/transact.ts';
import { findMatches } from './match-find.service.ts';
import { indexIssues } from './match-index.service.ts';
import { isBehind, startRebuild, stepRebuild } from './match-rebuild.service.ts';

interface OfIssue {
  issueId: string;
}

/**
 * Two jobs, each with its own commit: an issue is searched for once it can be found itself. Of two that come in at the
 * same moment at two processes, whichever is searched for later finds the other.
 */
const findJob: JobKind<OfIssue> = {
  name: 'matches.find',
  run: (tx, { issueId }) => findMatches(tx, [issueId]),
};

const indexJob: JobKind<OfIssue> = {
  name: 'matches.index',
  async run(tx, { issueId }) {
    await indexIssues(tx, [issueId]);
    await tx.enqueue(findJob, { issueId });
  },
};

/** A batch of a rebuild, and the next one after it. */
const rebuildJob: JobKind = {
  name: 'matches.rebuild',
  async run(tx) {
    const progress = await stepRebuild(tx);
    if (progress && progress.phase !== 'DONE') await tx.enqueue(rebuildJob, {});
  },
};

/** After an upgrade of the engine, or of a database that had issues before there were matches. */
const keepUpJob: JobKind = {
  name: 'matches.keepUp',
  every: '* * * * *',
  async run(tx) {
    if (!(await isBehind(tx))) return;
    await startRebuild(tx);
    await tx.enqueue(rebuildJob, {});
  },
};

export const matchJobs = [indexJob, findJob, rebuildJob, keepUpJob];

export const matchReaction: Reaction = {
  to: new Set(['issue.collected', 'issue.edited']),
  react: (tx, { issueId }) => tx.jobs.enqueue(tx, indexJob, { issueId: issueId! }),
};
