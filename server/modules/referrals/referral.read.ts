import {
  byId,
  column,
  connection,
  extendPlan,
  given,
  instant,
  many,
  nodeId,
  plan,
  reference,
  shape,
  visiblePages,
  visibleRows,
  when,
  type Fields,
  type Plan,
} from '../../platform/read/plan.ts';
import { sql, viewerOrganization } from '../../platform/read/sql.ts';
import { accessLevel, issuePlan, position } from '../issues/issue.read.ts';
import { matterPlan } from '../matters/matter.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { ReferralsArgs } from './referral.inputs.ts';
import type { IssueWithReferrals, ReferralType } from './referral.types.ts';

const isVisible = sql`${accessLevel(sql.ref('t.issue_id'))} is not null`;

/** Of the three bodies concerned; a body that no longer sees the issue sees none of its referrals. */
const visibleReferrals = visibleRows('referral', {
  where: sql`${viewerOrganization} in (t.from_id, t.to_id, t.owner_id) and ${isVisible}`,
});

/** The same along one index each: to the viewer's body, from it, and of its issues between others. */
const referralPages = visiblePages('referral', {
  columns: sql.raw('t.*'),
  branches: [
    sql`t.to_id = ${viewerOrganization} and ${isVisible}`,
    sql`t.from_id = ${viewerOrganization} and t.to_id <> ${viewerOrganization} and ${isVisible}`,
    sql`t.owner_id = ${viewerOrganization} and ${viewerOrganization} not in (t.from_id, t.to_id) and ${isVisible}`,
  ],
});

export const referralPlan: Plan & { fields: Fields } = plan<ReferralType>('Referral', visibleReferrals, {
  id: nodeId('referral'),
  issue: reference(() => issuePlan, 'issue_id'),
  from: reference(() => organizationPlan, 'from_id'),
  to: reference(() => organizationPlan, 'to_id'),
  role: column('role'),
  request: column('request'),
  status: column('status'),
  reason: column('reason'),
  suggested: reference(() => organizationPlan, 'suggested_id'),
  version: column('version'),
  offeredAt: instant('offered_at'),
  decidedAt: instant('decided_at'),
});

extendPlan<IssueWithReferrals>(issuePlan, {
  referrals: many(() => referralPlan, {
    on: (row, referral) => sql`${referral.col('issue_id')} = ${row.col('id')}`,
    order: (referral) => referral.col('id'),
  }),
});

export const referralQueries: Fields = {
  referrals: connection(() => referralPlan, {
    scope: 'referrals',
    order: byId('desc'),
    pages: referralPages,
    clauses: (args) =>
      when('status', (args as unknown as ReferralsArgs).status, (row, v) => sql`${row.col('status')} = ${v}::text`),
  }),
};

const referral = given(() => referralPlan, 'referral');
const matter = given(() => matterPlan, 'matter');

export const referralPayloads = {
  referralOffer: shape('ReferralOfferPayload', { referral, position: position() }),
  referralAccept: shape('ReferralAcceptPayload', { referral, matter, position: position() }),
  referralDecline: shape('ReferralDeclinePayload', { referral, position: position() }),
};
