import { ReferralLoopError, type MatterFullFragment } from '../client-sdk/src/index.ts';
import type { Body } from './bodies.ts';
import { checkUnseen, type Reports } from './collect.ts';
import { chapter, check, checkRefused, say } from './narrate.ts';
import type { Stage } from './stage.ts';

export interface MatterRef {
  id: string;
  code: string;
}

/** The reading of a body that takes part. */
export async function readMatter({ officer, code: body }: Body, { code }: MatterRef): Promise<MatterFullFragment> {
  const matter = await officer.matter({ code });
  if (!matter) throw new Error(`${body} does not see ${code}`);
  return matter;
}

export async function referReport(stage: Stage, { ofWomen }: Reports): Promise<MatterRef> {
  const { women, tradeUnion, committee, womenHear } = stage;
  chapter('The women’s union refers its report: to the wrong body first');
  await women.officer.issueScreen({ id: ofWomen.id, decision: 'ACCEPT' });
  const request = 'Đề nghị xem xét, nạo vét cống đoạn trước chợ.';
  const offered = await women.coordinator.referralOffer({
    issueId: ofWomen.id,
    toOrganizationId: tradeUnion.id,
    request,
  });
  say(`${women.code} offers ${ofWomen.code} to ${tradeUnion.code}`);
  const { referral: declined } = await tradeUnion.coordinator.referralDecline({
    id: offered.referral.id,
    reason: 'Không thuộc chức năng của công đoàn; việc này do Ủy ban nhân dân phường quản lý.',
    suggestedOrganizationId: committee.id,
  });
  check(
    `${tradeUnion.code} declines and names a better address`,
    [declined.status, declined.suggested?.code],
    ['DECLINED', committee.code],
  );
  await womenHear.expect('referral.declined');
  check(
    'it keeps no more than a redacted card',
    (await tradeUnion.officer.issue({ code: ofWomen.code }))?.description,
    null,
  );
  await checkRefused(
    'and is not asked the same again',
    ReferralLoopError,
    women.coordinator.referralOffer({ issueId: ofWomen.id, toOrganizationId: tradeUnion.id, request }),
  );
  const second = await women.coordinator.referralOffer({
    issueId: ofWomen.id,
    toOrganizationId: committee.id,
    request,
  });
  check('the report waits for the committee', (await women.officer.issue({ code: ofWomen.code }))?.status, 'REFERRED');
  const { referral, matter } = await committee.coordinator.referralAccept({ id: second.referral.id });
  stage.ids.add(matter.id);
  check(
    `${committee.code} accepts and leads the matter ${matter.code}`,
    [referral.status, matter.lead?.code],
    ['ACCEPTED', committee.code],
  );
  await womenHear.expect('referral.accepted');
  check('the report is in follow-up', (await women.officer.issue({ code: ofWomen.code }))?.status, 'IN_FOLLOW_UP');
  return { id: matter.id, code: matter.code };
}

export async function joinForces(stage: Stage, matter: MatterRef, reports: Reports): Promise<void> {
  const { women, council, front, committee, department, farmers, youthHears } = stage;
  const { ofCouncil, ofFront, ofCommittee } = reports;
  chapter('One matter, one lead, several bodies');
  const invite = async (body: Body, role: 'COORDINATING' | 'SUPERVISING'): Promise<void> => {
    await committee.coordinator.matterInvite({ matterId: matter.id, organizationId: body.id, role });
    say(`${committee.code} invites ${body.code} as ${role}`);
  };
  await invite(department, 'COORDINATING');
  await invite(council, 'SUPERVISING');
  await invite(front, 'SUPERVISING');
  await committee.coordinator.matterAddIssue({ matterId: matter.id, issueId: ofCommittee.id });
  await youthHears.expect('issue.statusChanged');
  await council.coordinator.matterAddIssue({ matterId: matter.id, issueId: ofCouncil.id });
  const { participants, issues } = await readMatter(department, matter);
  const parts = Object.fromEntries(participants.map(({ organization, role }) => [organization.code, role]));
  check('who takes part', parts, {
    [committee.code]: 'LEAD',
    [department.code]: 'COORDINATING',
    [council.code]: 'SUPERVISING',
    [front.code]: 'SUPERVISING',
    [women.code]: 'COORDINATING',
  });
  check('the department reads three of the four reports', issues.nodes.length, 3);
  await checkUnseen(department, ofFront);
  await front.coordinator.matterAddIssue({ matterId: matter.id, issueId: ofFront.id });
  say(`${front.code} adds its private report: by that alone the matter’s bodies may read it`);
  check(
    'now the department reads it',
    (await department.officer.issue({ code: ofFront.code }))?.viewerAccess.level,
    'PARTICIPANT',
  );
  await checkUnseen(farmers, ofFront);
  check('all voices are counted, none is merged away', (await readMatter(committee, matter)).voices, 35 + 60 + 8 + 1);
}
