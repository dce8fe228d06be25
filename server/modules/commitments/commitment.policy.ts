import { holds } from '../../platform/auth/policy.ts';
import type { Viewer } from '../../platform/auth/viewer.ts';
import type { CommitmentStatus } from './commitment.entity.ts';

export interface CommitmentFacts {
  /** The viewer's organization promised it. */
  isOwn: boolean;
  status: CommitmentStatus;
}

/** Who promised tells what became of it, once. */
export const commitmentRule = {
  by: ({ isOwn }: CommitmentFacts): boolean => isOwn,
  while: ({ status }: CommitmentFacts): boolean => status === 'OPEN',
};

export const allowedCommitmentActions = (viewer: Viewer, facts: CommitmentFacts): string[] =>
  holds(viewer, 'commitmentSettle') && commitmentRule.by(facts) && commitmentRule.while(facts)
    ? ['commitmentSettle']
    : [];
