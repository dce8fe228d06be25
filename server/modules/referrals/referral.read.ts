import {
  byId,
  column,
  computed,
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
  type Clause,
  type Fields,
  type Plan,
} from '../../platform/read/plan.ts';
import { found, sql, viewerOrganization, type Sql } from '../../platform/read/sql.ts';
import { accessLevel, issuePlan, position } from '../issues/issue.read.ts';
import { matterPlan } from '../matters/matter.read.ts';
import { organizationPlan } from '../organizations/organization.read.ts';
import type { ReferralsArgs } from './referral.inputs.ts';
import { allowedReferralActions, type ReferralFacts } from './referral.policy.ts';
import type { IssueWithReferrals, ReferralQuestionType, ReferralType } from './referral.types.ts';

/** The three bodies, and the one that has to assign what they could not agree on. */
const concerns = (referral: string): Sql => sql`(${viewerOrganization} in (${sql.ref(`${referral}.from_id`)},
  ${sql.ref(`${referral}.to_id`)}, ${sql.ref(`${referral}.owner_id`)}) or ${found(sql`select from assignment s
    where s.issue_id = ${sql.ref(`${referral}.issue_id`)} and s.body_id = ${viewerOrganization} and s.status <> 'LAPSED'`)})`;

/** Who no longer sees the issue sees none of its referrals. */
export const seesReferral = (referral: string): Sql =>
  sql`${concerns(referral)} and ${accessLevel(sql.ref(`${referral}.issue_id`))} is not null`;

const visibleReferrals = visibleRows('referral', { where: seesReferral('t') });

const isVisible = sql`${accessLevel(sql.ref('t.issue_id'))} is not null`;
const isParty = sql`${viewerOrganization} in (t.from_id, t.to_id, t.owner_id)`;

/** The same along one index each: to the viewer's body, from it, of its issues between others, and of those it assigns. */
const referralPages = visiblePages('referral', {
  columns: sql.raw('t.*'),
  branches: [
    sql`t.to_id = ${viewerOrganization} and ${isVisible}`,
    sql`t.from_id = ${viewerOrganization} and t.to_id <> ${viewerOrganization} and ${isVisible}`,
    sql`t.owner_id = ${viewerOrganization} and ${viewerOrganization} not in (t.from_id, t.to_id) and ${isVisible}`,
    sql`t.issue_id in (select s.issue_id from assignment s where s.body_id = ${viewerOrganization}
      and s.status <> 'LAPSED') and not ${isParty} and ${isVisible}`,
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
  noneCompetent: column('none_competent'),
  assigned: column('assigned'),
  questions: many(() => questionPlan, {
    on: (row, question) => sql`${question.col('referral_id')} = ${row.col('id')}`,
    order: (question) => question.col('id'),
  }),
  allowedActions: computed(
    (row) => ({
      isFrom: sql`${row.col('from_id')} = ${viewerOrganization}`,
      isTo: sql`${row.col('to_id')} = ${viewerOrganization}`,
      isOwner: sql`${row.col('owner_id')} = ${viewerOrganization}`,
      status: row.col('status'),
      role: row.col('role'),
      assigned: row.col('assigned'),
      asks: sql`exists (select from referral_question q where q.referral_id = ${row.col('id')} and q.reply is null)`,
      part: sql`(select a.role from issue i join matter_access a on a.matter_id = i.matter_id
        where i.id = ${row.col('issue_id')} and a.organization_id = ${viewerOrganization})`,
      matterStatus: sql`(select m.status from issue i join matter m on m.id = i.matter_id
        where i.id = ${row.col('issue_id')})`,
    }),
    (facts, { viewer }) => allowedReferralActions(viewer, facts as unknown as ReferralFacts),
  ),
  version: column('version'),
  offeredAt: instant('offered_at'),
  decidedAt: instant('decided_at'),
  returnedAt: instant('returned_at'),
});

/** Reached by their referral alone, whose rows say who sees it. */
const questionPlan: Plan = {
  ...shape<ReferralQuestionType>('ReferralQuestion', {
    question: column('question'),
    askedAt: instant('asked_at'),
    reply: column('reply'),
    repliedBy: reference(() => organizationPlan, 'replied_by_id'),
    repliedAt: instant('replied_at'),
  }),
  rows: visibleRows('referral_question', {
    where: sql`exists (select from referral r where r.id = t.referral_id and ${concerns('r')})`,
  }),
};

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
    clauses: (args) => clauses(args as unknown as ReferralsArgs),
  }),
};

const clauses = ({ status, unansweredSince }: ReferralsArgs): Clause[] => [
  ...when('status', status, (row, v) => sql`${row.col('status')} = ${v}::text`),
  ...when(
    'unanswered',
    unansweredSince,
    (row, v) => sql`${row.col('status')} = 'OFFERED' and ${row.col('offered_at')} <= ${v}::timestamptz
      and not exists (select from referral_question q where q.referral_id = ${row.col('id')})`,
  ),
];

const referral = given(() => referralPlan, 'referral');
const matter = given(() => matterPlan, 'matter');

export const referralPayloads = {
  referralOffer: shape('ReferralOfferPayload', { referral, position: position() }),
  referralAccept: shape('ReferralAcceptPayload', { referral, matter, position: position() }),
  referralDecline: shape('ReferralDeclinePayload', { referral, position: position() }),
  referralAsk: shape('ReferralAskPayload', { referral, position: position() }),
  referralReply: shape('ReferralReplyPayload', { referral, position: position() }),
  referralReturn: shape('ReferralReturnPayload', { referral, position: position() }),
  referralWithdraw: shape('ReferralWithdrawPayload', { referral, position: position() }),
};
