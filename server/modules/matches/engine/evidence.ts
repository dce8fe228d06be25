import { featureNames, features, sharedAmounts, sharedWords, type Comparison } from './features.ts';
import type { Evidence, MatchWorld, Signal } from './engine.types.ts';
import type { Linear } from './model.ts';
import type { Prepared } from './prepared.ts';

/** A share smaller than this part of the whole is not worth a sentence. */
const leastShare = 0.03;

interface Pair {
  one: Prepared;
  other: Prepared;
  comparison: Comparison;
  world: MatchWorld;
}

/** What moved the odds, the strongest first, each signal once. */
export function evidenceOf(pair: Pair, model: Linear): Evidence[] {
  const shares = new Map<Signal, number>();
  featureNames.forEach((name, i) => {
    const share = model.weights[i]! * (pair.comparison.values[name] - model.means[i]!);
    shares.set(features[name], (shares.get(features[name]) ?? 0) + share);
  });
  const all = [...shares.values()].reduce((sum, share) => sum + Math.abs(share), 0) || 1;
  return [...shares]
    .map(([signal, share]) => ({ signal, weight: Number((share / all).toFixed(3)) }))
    .filter(({ weight }) => Math.abs(weight) >= leastShare)
    .toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .map(({ signal, weight }) => ({ signal, weight, ...wording[signal](pair, weight > 0) }));
}

type Wording = Omit<Evidence, 'signal' | 'weight'>;

const either = (speaksFor: boolean, yes: string, no: string): Wording => ({ detail: speaksFor ? yes : no });
const quoted = (lead: string, items: readonly string[]): Pick<Evidence, 'full'> =>
  items.length > 0 ? { full: `${lead}: ${items.slice(0, 6).join(', ')}.` } : {};

const wording: Readonly<Record<Signal, (pair: Pair, speaksFor: boolean) => Wording>> = {
  TEXT: ({ one, other, world }, yes) => ({
    ...either(yes, 'Hai nội dung có chung những từ ít gặp.', 'Hai nội dung có ít từ chung đáng kể.'),
    ...quoted(
      'Từ chung ít gặp',
      sharedWords(one, other, world).map(({ word }) => word),
    ),
  }),
  WORD_PAIR: ({ one, other }, yes) => ({
    ...either(yes, 'Hai nội dung có chung những cụm từ.', 'Hai nội dung không có cụm từ chung.'),
    ...quoted('Cụm từ chung', shared(one.pairs, other.pairs)),
  }),
  CONCEPT: ({ one, other }, yes) => ({
    ...either(
      yes,
      'Hai nội dung nói về cùng loại việc, dù khác lời.',
      'Hai nội dung nói về những loại việc khác nhau.',
    ),
    ...(yes ? { summary: sentence('Cùng loại việc', shared(one.subjects, other.subjects)) } : {}),
    ...quoted('Ý chung', shared(one.concepts, other.concepts)),
  }),
  SPELLING: (_, yes) => either(yes, 'Cách viết của hai nội dung gần nhau.', 'Cách viết của hai nội dung xa nhau.'),
  NAMED_THING: ({ comparison: { things } }, yes) => ({
    ...either(
      yes,
      'Hai nội dung cùng nhắc đến một tên riêng.',
      'Tên riêng mà nội dung này nêu không có trong nội dung kia.',
    ),
    ...quoted(
      'Tên chung',
      things.shared.map(({ name }) => name),
    ),
  }),
  NUMBER: ({ one, other, comparison: { things } }, yes) => ({
    ...either(yes, 'Hai nội dung cùng nêu một số hiệu hoặc con số.', 'Hai nội dung không có số hiệu chung.'),
    ...quoted('Số chung', [...things.sharedNumbers, ...sharedAmounts(one, other)]),
  }),
  PLACE: ({ one, other, world }, yes) => ({
    ...either(
      yes,
      'Hai nội dung ở cùng đơn vị hành chính hoặc ở những đơn vị cùng một địa bàn cũ.',
      'Hai nội dung ở hai địa bàn khác nhau.',
    ),
    summary: placeSummary([one, other], world),
  }),
  TIME: ({ one, other }, yes) => ({
    ...either(yes, 'Hai nội dung được ghi nhận gần nhau.', 'Hai nội dung được ghi nhận cách nhau lâu.'),
    summary: `Ghi nhận ngày ${dayOf(one)} và ngày ${dayOf(other)}.`,
  }),
  TOPIC: ({ one, other }, yes) => ({
    ...either(yes, 'Hai nội dung thuộc cùng lĩnh vực.', 'Hai nội dung được xếp vào hai lĩnh vực.'),
    summary: `Lĩnh vực: ${[...new Set([one.document.topicCode, other.document.topicCode])].join(' và ')}.`,
  }),
  CONTRADICTION: ({ one, other, comparison: { things } }, yes) => ({
    detail: yes ? 'Không có chi tiết nào trái nhau.' : contradiction(one, other, things.contradicting.length > 0),
    ...quoted(
      'Trái nhau',
      things.contradicting.map(({ ours, theirs }) => `${ours} – ${theirs}`),
    ),
  }),
};

function contradiction(one: Prepared, other: Prepared, things: boolean): string {
  if (things) return 'Hai nội dung nêu hai địa điểm hoặc hai số hiệu khác nhau.';
  if (one.settled !== other.settled) return 'Một nội dung báo việc đã xong, nội dung kia thì chưa.';
  return 'Hai nội dung nêu những việc khác nhau.';
}

const shared = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] =>
  [...one.keys()].filter((term) => other.has(term));

const sentence = (lead: string, items: readonly string[]): string =>
  items.length > 0 ? `${lead}: ${items.join(', ')}.` : `${lead}.`;

const dayOf = ({ document }: Prepared): string => {
  const [year, month, day] = new Date(document.day * 86_400_000).toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

function placeSummary(pair: readonly Prepared[], { gazetteer }: MatchWorld): string {
  const names = pair.map(({ document }) => gazetteer.nameOf(document.areaId) ?? '');
  return sentence('Địa bàn', [...new Set(names.filter(Boolean))]);
}
