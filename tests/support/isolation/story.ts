import { actsOf, latestId, uuidIn } from './acts.ts';
import type { Play } from './play.ts';
import { bodyNames, type Body, type BodyName } from './world.ts';

/** Ids of the issues and matters of the story, by what is told of them. */
export type Labels = Record<string, string>;

type Acts = ReturnType<typeof actsOf>;
interface Scene {
  play: Play;
  acts: Acts;
  bodies: Record<BodyName, Body>;
  labels: Labels;
}

/** The levels at its end, written by hand from the rules: 1 owner, 2 participant, 3 reader, 4 summary. */
export const levelsAtTheEnd: Record<string, Partial<Record<BodyName, number>>> = {
  'front.private': { front: 1 },
  'province.private': { province: 1 },
  'front.network': { front: 1, committee: 3, council: 3, union: 3, farmers: 3, women: 3, department: 3, province: 3 },
  'women.network': { women: 1 },
  shared: { front: 1, committee: 3, union: 3 },
  sharedAgain: { front: 1, council: 3 },
  asked: { front: 1, department: 2 },
  declined: { front: 1, committee: 4 },
  declinedToo: { front: 1, committee: 4 },
  led: { front: 1, committee: 2, farmers: 4, department: 2, council: 2 },
  consented: { council: 1, committee: 2, front: 2, farmers: 4, department: 2 },
  added: { council: 1, committee: 3 },
  removed: { women: 1, committee: 3 },
  takenOut: { union: 1 },
  lapsed: { union: 1, women: 2, farmers: 4 },
  unconsented: { front: 1, department: 2 },
  closed: { women: 1, farmers: 4 },
  split: { union: 1, women: 3 },
  returned: { council: 1, committee: 4 },
  withdrawn: { women: 1 },
  waits: { front: 1, council: 2, committee: 4, department: 4 },
  assigned: { women: 1, union: 4, farmers: 4, front: 2, committee: 2 },
  settled: { women: 1, union: 4, farmers: 4, committee: 2 },
  planned: { department: 1, committee: 2, farmers: 2 },
};

/** Every visibility, every level and every way to lose one, by eight bodies. */
export async function tellStory(play: Play): Promise<Labels> {
  const scene: Scene = { play, acts: actsOf(play), bodies: play.world.bodies, labels: {} };
  for (const name of bodyNames) {
    scene.labels[`${name}.private`] = await scene.acts.collect(scene.bodies[name]);
    scene.labels[`${name}.network`] = await scene.acts.collect(scene.bodies[name], { visibility: 'NETWORK' });
  }
  await shares(scene);
  await links(scene);
  await referrals(scene);
  await jointMatter(scene);
  await consent(scene);
  await handedOver(scene);
  await withoutConsent(scene);
  await intake(scene);
  await contract(scene);
  await assignments(scene);
  await plan(scene);
  await carriedBack(scene);
  await losses(scene);
  return scene.labels;
}

async function shares({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, council, union, farmers, women } = bodies;
  const shared = (labels['shared'] = await acts.collect(front, { shareWith: [committee, council, union] }));
  await acts.edit(front, shared);
  await acts.screen(front, shared, 'NEEDS_INFO');
  for (const body of [front, committee, council]) {
    await acts.comment(body, shared);
    await acts.comment(body, shared, true);
  }
  const again = (labels['sharedAgain'] = await acts.collect(front));
  await acts.share(front, again, { organizationIds: [`org_${council.id}`] });
  await acts.unshare(front, again, [council]);
  await acts.share(front, again, { organizationIds: [`org_${council.id}`] });
  await acts.edit(front, labels['front.network']!);
  await acts.comment(farmers, labels['front.network']!);
  await acts.comment(women, labels['women.network']!, true);
  await acts.comment(union, labels['women.network']!, true);
  await acts.comment(union, labels['women.network']!);
  labels['outOfScope'] = await acts.collect(women, { shareWith: [front] });
  await acts.screen(women, labels['outOfScope'], 'OUT_OF_SCOPE');
  await acts.follow(front, labels['women.network']!);
  await acts.follow(front, shared);
  await acts.unfollow(front, shared);
  await acts.follow(front, `org_${women.id}`);
}

async function links({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, council, union, province } = bodies;
  const { shared } = labels as { shared: string };
  await acts.link(committee, shared, labels['committee.private']!);
  await acts.link(council, labels['council.private']!, shared, 'CAUSED_BY');
  await acts.link(front, shared, labels['front.network']!, 'REPEATS');
  await acts.link(province, labels['front.network']!, labels['women.network']!);
  const removed = await acts.link(union, shared, labels['union.network']!);
  await acts.unlink(front, removed);
}

async function referrals({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, department } = bodies;
  labels['asked'] = await acts.collect(front);
  await acts.offer(front, labels['asked'], department);
  for (const label of ['declined', 'declinedToo']) {
    const issue = (labels[label] = await acts.collect(front));
    const offer = await acts.offer(front, issue, committee);
    await acts.comment(committee, issue);
    await acts.decline(committee, offer, department);
    await acts.comment(front, issue);
  }
  await acts.link(front, labels['declined']!, labels['declinedToo']!, 'SAME_MATTER');
  await acts.link(front, labels['declined']!, labels['shared']!, 'SAME_MATTER');
}

/** Led by the committee: the front's issue came by referral. */
async function jointMatter({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, farmers, department, council } = bodies;
  const led = (labels['led'] = await acts.collect(front));
  const matter = (labels['joint'] = await acts.accept(committee, await acts.offer(front, led, committee)));
  await acts.invite(committee, matter, farmers, 'SUPERVISING');
  await acts.accept(department, await acts.offer(committee, led, department, 'COORDINATING'));
  await acts.offer(committee, led, council, 'SUPERVISING');
  const task = await acts.assign(committee, matter, front);
  await acts.work(front, task, 'DONE');
  await acts.assign(front, matter, department);
  for (const body of [front, committee, farmers, department]) await acts.comment(body, matter, body === farmers);
  await acts.answer(committee, matter);
  await acts.assess(farmers, matter);
  await acts.assess(front, matter);
  await acts.close(committee, matter);
  await acts.reopen(farmers, matter);
  await acts.answer(committee, matter, 'RESOLVED');
}

/** What others bring in stays with those who read it before, until its owner agrees. */
async function consent({ acts, bodies, labels }: Scene): Promise<void> {
  const { committee, council, women, union, farmers } = bodies;
  const matter = labels['joint']!;
  for (const [label, owner] of [
    ['added', council],
    ['consented', council],
    ['removed', women],
    ['takenOut', union],
  ] as const) {
    labels[label] = await acts.collect(owner, { shareWith: [committee] });
    await acts.add(committee, matter, labels[label]);
  }
  await acts.add(council, matter, labels['consented']!);
  await acts.add(union, matter, labels['takenOut']!);
  await acts.comment(farmers, labels['front.network']!);
  await acts.remove(committee, matter, labels['removed']!);
  await acts.remove(union, matter, labels['takenOut']!);
  await acts.unshare(union, labels['takenOut']!, [committee]);
  await acts.leave(union, matter);
  // Supervising before, informed now: the words of its issues are gone, their cards stay.
  await acts.invite(committee, matter, farmers, 'INFORMED');
}

/** The offer of the old lead lapses when another body leads. */
async function handedOver({ acts, bodies, labels }: Scene): Promise<void> {
  const { union, women, council, farmers } = bodies;
  const lapsed = (labels['lapsed'] = await acts.collect(union));
  const matter = (labels['handedOver'] = await acts.open(union, [lapsed, labels['farmers.network']!]));
  await acts.offer(union, lapsed, council);
  await acts.comment(council, lapsed);
  await acts.invite(union, matter, women, 'LEAD');
  await acts.answer(women, matter, 'EXPLAINED');
  await acts.assess(farmers, matter);
  labels['closed'] = await acts.collect(women);
  labels['closedMatter'] = await acts.open(women, [labels['closed']]);
  await acts.invite(women, labels['closedMatter'], farmers, 'INFORMED');
  await acts.answer(women, labels['closedMatter'], 'NOT_RESOLVABLE');
  await acts.close(women, labels['closedMatter']);
}

/** The lead itself reads nothing once its share is gone; who took the issue on from its owner does. */
async function withoutConsent({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, union, department, province } = bodies;
  const issue = (labels['unconsented'] = await acts.collect(front, { shareWith: [union] }));
  const matter = (labels['blind'] = await acts.open(union, [issue]));
  await acts.invite(union, matter, front, 'COORDINATING');
  await acts.accept(department, await acts.offer(front, issue, department, 'COORDINATING'));
  await acts.invite(union, matter, province, 'COORDINATING');
  await acts.leave(province, matter);
  await acts.unshare(front, issue, [union]);
}

/** Split with its shares, and joined again; many at once. */
async function intake({ acts, bodies, labels }: Scene): Promise<void> {
  const { union, women } = bodies;
  await acts.collectAll(union, [{}, { shareWith: [women] }]);
  const whole = (labels['split'] = await acts.collect(union, { shareWith: [women] }));
  await acts.split(union, whole);
  const again = await acts.collect(union);
  await acts.split(union, again);
  await acts.rejoin(union, again);
}

/** Asked back, answered, reminded, taken back, given back. */
async function contract({ acts, bodies, labels }: Scene): Promise<void> {
  const { council, committee, women } = bodies;
  labels['withdrawn'] = await acts.collect(women);
  const offer = await acts.offer(women, labels['withdrawn'], council);
  await acts.ask(council, offer);
  await acts.reply(women, offer);
  await acts.remind(women, offer);
  await acts.withdraw(women, offer);
  labels['returned'] = await acts.collect(council);
  const taken = await acts.offer(council, labels['returned'], committee);
  await acts.ask(committee, taken);
  await acts.remind(council, taken);
  await acts.reply(council, taken);
  await acts.accept(committee, taken);
  await acts.giveBack(committee, taken);
}

/** Round in a circle, up to the body above; one is assigned, one waits, one finds a taker after all. */
async function assignments({ play, acts, bodies, labels }: Scene): Promise<void> {
  const { front, committee, union, farmers, women, department } = bodies;
  const goRound = async (owner: Body, first: Body, second: Body): Promise<string> => {
    const issue = await acts.collect(owner);
    await acts.decline(first, await acts.offer(owner, issue, first));
    await acts.decline(second, await acts.offer(owner, issue, second), first);
    return issue;
  };
  labels['assigned'] = await goRound(women, union, farmers);
  const isOf = (issue: string) => (row: Record<string, unknown>) => row['issue_id'] === uuidIn(issue);
  await acts.assignTo(front, latestId(play, ['assignment', 'assignment'], isOf(labels['assigned'])), committee);
  labels['settled'] = await goRound(women, union, farmers);
  await acts.accept(committee, await acts.offer(women, labels['settled'], committee));
  labels['waits'] = await goRound(front, committee, department);
}

/** One task for two matters and an issue, after another one. */
async function plan({ acts, bodies, labels }: Scene): Promise<void> {
  const { council, committee, department, farmers } = bodies;
  labels['planned'] = await acts.collect(department);
  const matter = (labels['plan'] = await acts.open(department, [labels['planned']]));
  await acts.invite(department, matter, committee, 'COORDINATING');
  await acts.invite(department, matter, farmers, 'SUPERVISING');
  const issue = await acts.collect(committee);
  const other = await acts.open(committee, [issue]);
  await acts.invite(committee, other, department, 'COORDINATING');
  await acts.invite(committee, other, council, 'SUPERVISING');
  const [first, second] = [
    await acts.assign(department, matter, committee),
    await acts.assign(department, matter, department),
  ];
  await acts.tie(department, second, first);
  await acts.tie(department, second, other);
  await acts.tie(department, second, labels['planned']);
  const [before, after] = [
    await acts.assign(committee, other, committee),
    await acts.assign(committee, other, department),
  ];
  for (const to of [before, issue, matter]) await acts.tie(committee, after, to);
  await acts.remind(farmers, first);
  await acts.remind(farmers, matter);
  await acts.work(committee, first, 'DONE');
  await acts.work(department, second, 'DONE');
  await acts.tie(department, first, other);
  await acts.untie(department, first, other);
}

/** Prepared, given, thrown away; told to the people; promised, moved and dropped. */
async function carriedBack({ play, acts, bodies, labels }: Scene): Promise<void> {
  const { department, women, farmers } = bodies;
  const [matter, issue] = [labels['plan']!, labels['planned']!];
  await acts.answerSome(department, matter, [issue]);
  const answer = await acts.publish(department, await acts.draft(department, matter));
  await acts.relay(department, answer, issue);
  await acts.assess(farmers, matter);
  await acts.discard(department, await acts.draft(department, matter));
  await acts.draft(department, matter);
  const own = await acts.collect(women);
  const opened = await acts.open(women, [own]);
  await acts.invite(women, opened, farmers, 'INFORMED');
  const first = await acts.answerSome(women, opened, [own]);
  await acts.relay(women, first, own);
  await acts.promise(women, opened);
  await acts.promise(women, opened);
  await acts.settle(
    women,
    latestId(play, ['commitment', 'commitment'], (row) => row['status'] === 'OPEN'),
  );
  const drafted = await acts.open(women, [await acts.collect(women)]);
  await acts.draft(women, drafted);
}

async function losses({ acts, bodies, labels }: Scene): Promise<void> {
  const { front, council, women } = bodies;
  await acts.unshare(front, labels['shared']!, [council]);
  await acts.share(women, labels['women.network']!, { visibility: 'PRIVATE' });
}
