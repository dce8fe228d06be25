import { NotFoundError, PersonalDataError, type IssueCollectInput } from '../client-sdk/src/index.ts';
import type { Body } from './bodies.ts';
import { chapter, check, checkRefused, say } from './narrate.ts';
import type { Stage } from './stage.ts';

export interface Reported {
  id: string;
  code: string;
  title: string;
}

/** The same street, reported four times. */
export interface Reports {
  ofWomen: Reported;
  ofCouncil: Reported;
  ofFront: Reported;
  ofCommittee: Reported;
}

const place = 'Đường Nguyễn Công Trứ';

async function collect(
  stage: Stage,
  body: Body,
  input: Omit<IssueCollectInput, 'kind' | 'topicCode' | 'areaId'>,
): Promise<Reported> {
  const { issue } = await body.officer.issueCollect({
    kind: 'REFLECTION',
    topicCode: 'DRAINAGE',
    areaId: stage.areaId,
    ...input,
  });
  stage.ids.add(issue.id);
  say(`${body.code} collects ${issue.code} (${issue.visibility}): “${input.description}”`);
  return { id: issue.id, code: issue.code, title: issue.title };
}

export async function collectReports(stage: Stage): Promise<Reports> {
  const { women, council, front, committee, youthHears } = stage;
  chapter('Four bodies report the same flooded street, each in its own words');
  const ofWomen = await collect(stage, women, {
    title: 'Ngập trước chợ khi mưa to',
    description:
      'Cứ mưa to khoảng một tiếng là đoạn trước chợ ngập tới đầu gối, học sinh phải lội, chị em đề nghị nạo vét cống.',
    place: `${place}, đoạn trước chợ`,
    channel: 'BRANCH_MEETING',
    voices: 35,
    visibility: 'SHARED',
    shareWithIds: [council.id, front.id, committee.id],
  });
  const ofCouncil = await collect(stage, council, {
    title: 'Đầu tư hệ thống thoát nước tuyến Nguyễn Công Trứ',
    description:
      'Cử tri kiến nghị đầu tư hệ thống thoát nước tuyến Nguyễn Công Trứ vì thường xuyên úng ngập, đã nêu 3 kỳ họp chưa thấy lộ trình.',
    place: 'TDP 4, phường Nam Hà cũ',
    channel: 'VOTER_MEETING',
    voices: 60,
    visibility: 'SHARED',
    shareWithIds: [women.id, front.id, committee.id],
  });
  const ofFront = await collect(stage, front, {
    title: 'Hố ga khu vực chợ bị bồi lấp',
    description: 'Hố ga khu vực chợ bị bồi lấp, nước dâng vào nhà dân hai bên đường sau mỗi trận mưa lớn.',
    channel: 'FIELD_VISIT',
    voices: 8,
    visibility: 'PRIVATE',
  });
  const ofCommittee = await collect(stage, committee, {
    title: 'duong nguyen cong tru mua xong nuoc khong rut',
    description: 'duong nguyen cong tru mua xong nuoc khong rut, nap cong bi tac rac, xe may chet may nhieu',
    place: 'gần chợ',
    channel: 'APP',
    visibility: 'NETWORK',
  });
  await youthHears.expect('issue.collected');
  await checkEntry(stage);
  return { ofWomen, ofCouncil, ofFront, ofCommittee };
}

/** What an intake form may rely on. */
async function checkEntry({ women, areaId, ids }: Stage): Promise<void> {
  const draft = {
    kind: 'REFLECTION',
    topicCode: 'PUBLIC_ORDER',
    areaId,
    channel: 'ZALO',
    visibility: 'PRIVATE',
  } as const;
  const title = 'Đèn đường hỏng hơn hai tuần';
  const description = 'Hệ thống đèn đường đoạn trước chợ hỏng hơn hai tuần, buổi tối rất nguy hiểm.';
  await checkRefused(
    'a text with a phone number is not kept',
    PersonalDataError,
    women.officer.issueCollect({ ...draft, title, description: `${description} Gọi 0912 345 678.` }),
  );
  const idempotencyKey = `demo-${Date.now()}`;
  const first = await women.officer.issueCollect({ ...draft, title, description, idempotencyKey });
  const again = await women.officer.issueCollect({ ...draft, title, description, idempotencyKey });
  ids.add(first.issue.id);
  check('the same form sent twice is one issue', again.issue.code, first.issue.code);
}

export async function linkReports(
  { women, council, front, committee, farmers, youth }: Stage,
  reports: Reports,
): Promise<void> {
  const { ofWomen, ofCouncil, ofFront, ofCommittee } = reports;
  chapter('They link what they may see, and nobody learns of the rest');
  const asSame = async (body: Body, from: Reported, to: Reported): Promise<void> => {
    const { link } = await body.coordinator.issueLink({ fromId: from.id, toId: to.id, kind: 'SAME_MATTER' });
    say(`${body.code} links ${from.code} ${link.kind} ${link.issue.code}`);
  };
  await asSame(women, ofWomen, ofCouncil);
  await asSame(women, ofWomen, ofCommittee);
  await asSame(front, ofFront, ofWomen);
  const linked = async (body: Body, issue: Reported): Promise<string[]> => {
    const found = await body.officer.issue({ code: issue.code });
    return (found?.links.nodes ?? []).map((link) => link.issue.code).toSorted();
  };
  check(
    'the front sees three reports beside that of the women’s union',
    await linked(front, ofWomen),
    [ofCouncil.code, ofCommittee.code, ofFront.code].toSorted(),
  );
  check(
    'the committee sees two: the front’s is private',
    await linked(committee, ofWomen),
    [ofCouncil.code, ofCommittee.code].toSorted(),
  );
  check('the youth union sees none, of the one report it may read', await linked(youth, ofCommittee), []);
  for (const outsider of [youth, farmers, committee]) await checkUnseen(outsider, ofFront);
  await checkSearch(women, reports);
  await checkRefused(
    'nor can it be linked to by who does not see it',
    NotFoundError,
    council.coordinator.issueLink({ fromId: ofCouncil.id, toId: ofFront.id, kind: 'RELATED' }),
  );
}

/** Typed without accents, one word unfinished, in other words than some of the reports. */
async function checkSearch(body: Body, { ofWomen, ofCouncil, ofFront, ofCommittee }: Reports): Promise<void> {
  const query = 'ngap nguyen cong tr';
  const { nodes } = await body.officer.issueSearch({ first: 100, filter: { query } });
  const found = [ofWomen, ofCouncil, ofFront, ofCommittee].map(({ id }) => nodes.some((issue) => issue.id === id));
  check(`${body.code} searches “${query}” and finds what it may read, whatever the wording`, found, [
    true,
    true,
    false,
    true,
  ]);
  const { field, snippet, ranges } = nodes.find(({ id }) => id === ofCouncil.id)!.searchHit!;
  say(
    `in the ${field} of ${ofCouncil.code}: “${snippet}”, met ${ranges.map((r) => snippet.slice(r.start, r.end)).join(', ')}`,
  );
}

/** Neither by its code nor by its id nor in a list. */
export async function checkUnseen(body: Body, issue: Reported): Promise<void> {
  const { nodes } = await body.officer.issues({ first: 100, filter: { query: issue.title } });
  const found = [
    await body.officer.issue({ code: issue.code }),
    await body.officer.node({ id: issue.id }),
    nodes.find(({ id }) => id === issue.id),
  ];
  check(`to ${body.code} the private report ${issue.code} does not exist`, found, [null, null, undefined]);
}

export async function shareByMistake({ council, youth, youthHears }: Stage, { ofCouncil }: Reports): Promise<void> {
  chapter('A share given by mistake is taken back');
  await council.coordinator.issueShare({ id: ofCouncil.id, organizationIds: [youth.id] });
  await youthHears.expect('access.granted', 'issue.shared');
  check(
    'the youth union reads the council’s report',
    (await youth.officer.issue({ code: ofCouncil.code }))?.viewerAccess.level,
    'READER',
  );
  await council.coordinator.issueUnshare({ id: ofCouncil.id, organizationIds: [youth.id] });
  await youthHears.expect('access.revoked');
  check('and no longer', await youth.officer.issue({ code: ofCouncil.code }), null);
}
