import { describe, expect, it } from '@jest/globals';
import {
  candidateTerms,
  changedBeyondHalf,
  engine,
  indexTerms,
  scoreCandidates,
  scorePair,
  type Evidence,
  type MatchDocument,
  type MatchInput,
  type Signal,
} from '../../../server/modules/matches/engine/engine.ts';
import { areaNamed, background, document, worldOf } from '../../support/matching.ts';

const flooded = 'Ngập úng trên đường Nguyễn Công Trứ\nMưa lớn là mặt đường ngập, nước tràn vào nhà dân, cống bị tắc.';

function score(one: MatchDocument, other: MatchDocument): number {
  return scorePair(one, other, worldOf([...background, one, other])).score;
}

function evidence(one: MatchDocument, other: MatchDocument): Evidence[] {
  return scorePair(one, other, worldOf([...background, one, other])).evidence;
}

function share(signal: Signal, one: MatchDocument, other: MatchDocument): number {
  return evidence(one, other).find((found) => found.signal === signal)?.weight ?? 0;
}

/** How much the score moves when the second text is changed in one respect. */
function moved(text: string, rest: Partial<MatchInput>, to: { text?: string; rest?: Partial<MatchInput> }): number {
  const one = document(text, rest);
  const before = score(one, document(text, rest));
  return score(one, document(to.text ?? text, { ...rest, ...to.rest })) - before;
}

describe('contradiction beats similarity', () => {
  it('the same words of another street are another matter', () => {
    const one = document(flooded);
    const other = document(flooded.replace('Nguyễn Công Trứ', 'Hải Thượng Lãn Ông'));
    expect(score(one, document(flooded))).toBeGreaterThan(engine.propose);
    expect(score(one, other)).toBeLessThan(engine.propose);
    expect(share('CONTRADICTION', one, other)).toBeLessThan(0);
  });

  it('the same words of another residential group are another matter', () => {
    const text = 'Mất nước sinh hoạt ở tổ dân phố 5\nNước máy mất cả tuần, tổ dân phố 5 phải mua nước bình.';
    const one = document(text, { topicCode: 'WATER' });
    const other = document(text.replaceAll('phố 5', 'phố 9'), { topicCode: 'WATER' });
    expect(score(one, other)).toBeLessThan(score(one, document(text, { topicCode: 'WATER' })) - 0.1);
  });

  it('thanks for what is done are not the complaint', () => {
    const one = document(flooded);
    const other = document(`Đã khắc phục ${flooded}\nBà con phấn khởi vì cống đã được thay thế.`);
    expect(score(one, other)).toBeLessThan(score(one, document(flooded)));
    expect(evidence(one, other).find(({ signal }) => signal === 'CONTRADICTION')?.detail).toMatch(/đã xong/u);
  });
});

describe('each signal alone', () => {
  it('concepts: other words for the same fault', () => {
    const one = document('Úng ngập kéo dài\nNước dâng, hố ga bồi lấp.');
    const same = document('Nước không rút\nMiệng cống bị bít, lênh láng.');
    const another = document('Karaoke ồn ào\nLoa kéo hát hò inh ỏi.');
    expect(score(one, same)).toBeGreaterThan(score(one, another));
    expect(share('CONCEPT', one, same)).toBeGreaterThan(0);
    expect(share('CONCEPT', one, another)).toBeLessThan(0);
  });

  it('a shared word that is rare in the corpus tells more than a common one', () => {
    const one = document('Cổng chào nghiêng\nCổng chào đầu làng nghiêng.');
    const other = document('Cổng chào sắp đổ\nXe to quệt cổng chào.');
    const world = worldOf([...background, one, other]);
    const scoreIf = (count: number): number => {
      const statistics = { documents: 1000, frequency: (term: string) => (term.includes('chao') ? count : 40) };
      return scorePair(one, other, { ...world, statistics }).score;
    };
    expect(scoreIf(2)).toBeGreaterThan(scoreIf(400));
  });

  it('named things: the same market in other words', () => {
    const one = document('Chợ Vườn Ươm nhếch nhác\nTiểu thương bày bán lấn ra đường.');
    const same = document('Lấn chiếm lòng đường\nHàng quán quanh chợ Vườn Ươm tràn ra lối đi.');
    const unnamed = document('Lấn chiếm lòng đường\nHàng quán quanh khu dân cư tràn ra lối đi.');
    expect(score(one, same)).toBeGreaterThan(score(one, unnamed));
    expect(share('NAMED_THING', one, same)).toBeGreaterThan(0);
  });

  it('a name is found in a text without capitals and accents', () => {
    const one = document('Chợ Vườn Ươm ngập\nMưa lớn là chợ ngập, cống tắc.');
    const chat = document('ngap qua\ncho vuon uom mua xong nuoc k rut dc, cong tac');
    expect(share('NAMED_THING', one, chat)).toBeGreaterThan(0);
    expect(score(one, chat)).toBeGreaterThan(engine.whileTyping);
  });

  it('numbers that name', () => {
    const one = document('Kênh N3 bồi lấp\nĐề nghị nạo vét kênh N3.');
    const other = document('Nạo vét kênh N3\nKênh N3 cạn nước tưới.');
    expect(share('NUMBER', one, other)).toBeGreaterThan(0);
  });

  it('place: a neighbouring unit of the same former district is nearer than a far one', () => {
    const here = { areaId: areaNamed('Phường Thành Sen') };
    const near = moved(flooded, here, { rest: { areaId: areaNamed('Phường Trần Phú') } });
    const far = moved(flooded, here, { rest: { areaId: areaNamed('Xã Hương Khê') } });
    expect(near).toBeGreaterThan(far);
    expect(far).toBeLessThan(-0.2);
  });

  it('place: an old name in the text counts as the unit that it became', () => {
    const text = 'Mất nước sinh hoạt\nCả xóm không có nước dùng.';
    const one = document(text, { areaId: areaNamed('Phường Thành Sen') });
    const far = document(text, { areaId: areaNamed('Xã Hương Khê') });
    const told = document(`${text} Đây là phường Nam Hà cũ.`, { areaId: areaNamed('Xã Hương Khê') });
    expect(score(one, told)).toBeGreaterThan(score(one, far));
  });

  it('time: years apart count against', () => {
    expect(moved(flooded, { collectedOn: '2026-03-01' }, { rest: { collectedOn: '2022-03-01' } })).toBeLessThan(0);
  });

  it('a misspelt text is still near', () => {
    const one = document('Rác thải tồn đọng\nXe thu gom không đến.');
    const misspelt = document('Rát thải tồn động\nXe thu gôm không đến.');
    expect(score(one, misspelt)).toBeGreaterThan(score(one, document('Karaoke ồn ào\nLoa kéo hát hò inh ỏi.')));
  });
});

describe('evidence', () => {
  const one = document(flooded);
  const other = document('Đường Nguyễn Công Trứ ngập sâu\nCống tắc, nước tràn vào nhà.', { topicCode: 'TRANSPORT' });

  it('says nothing of either text, place or day before its step', () => {
    const said = evidence(one, other);
    expect(said.length).toBeGreaterThan(2);
    for (const { detail, summary } of said) {
      expect(detail).not.toMatch(/Nguyễn|Công Trứ|ngập|cống|Thành Sen|\d/iu);
      expect(summary ?? '').not.toMatch(/Nguyễn|Công Trứ/iu);
    }
    expect(said.find(({ signal }) => signal === 'NAMED_THING')?.full).toMatch(/nguyen cong tru/u);
  });

  it('has shares that sum to no more than one, the strongest first', () => {
    const weights = evidence(one, other).map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(1.01);
  });
});

describe('candidates', () => {
  it('are asked for by at most 24 of the index terms, some of which a mate has', () => {
    const one = document(flooded);
    const mate = document('Đường Nguyễn Công Trứ ngập sâu\nCống tắc, nước tràn vào nhà.');
    const { statistics } = worldOf([...background, one, mate]);
    const terms = candidateTerms(one, statistics);
    expect(terms.length).toBeLessThanOrEqual(24);
    const own = new Set(indexTerms(one));
    expect(terms.every(({ term, weight }) => own.has(term) && weight > 0)).toBe(true);
    const theirs = new Set(indexTerms(mate));
    expect(terms.filter(({ term }) => theirs.has(term)).length).toBeGreaterThan(5);
  });

  it('leave out what too many have', () => {
    const one = document(flooded);
    const [common] = one.title.words;
    const frequency = (term: string): number => (term === common ? 150_000 : 10);
    const terms = candidateTerms(one, { documents: 200_000, frequency });
    expect(terms.map(({ term }) => term)).not.toContain(common);
  });

  it('are scored in each other’s company, best first, the issue itself left out', () => {
    const one = document(flooded);
    const mates = [document(flooded), document('Đường Nguyễn Công Trứ ngập sâu\nCống tắc, nước tràn vào nhà.')];
    const world = worldOf([...background, one, ...mates]);
    const scored = scoreCandidates(one, [one, ...background, ...mates], world);
    expect(scored.slice(0, 2).map(({ id }) => id)).toEqual(expect.arrayContaining(mates.map(({ id }) => id)));
    expect(scored.map(({ id }) => id)).not.toContain(one.id);
    expect(scored.map((found) => found.score)).toEqual(scored.map((found) => found.score).toSorted((a, b) => b - a));
  });

  it('none give none', () => {
    expect(scoreCandidates(document(flooded), [], worldOf(background))).toEqual([]);
  });
});

describe('a document', () => {
  it('is the same for the same text, and survives as JSON', () => {
    const one = document(flooded, { id: 'one' });
    expect(document(flooded, { id: 'one' })).toEqual(one);
    const world = worldOf([...background, one]);
    const mate = document('Đường Nguyễn Công Trứ ngập sâu\nCống tắc.', { id: 'mate' });
    const stored = JSON.parse(JSON.stringify(mate)) as MatchDocument;
    expect(scorePair(one, stored, world)).toEqual(scorePair(one, mate, world));
    expect(one.engineVersion).toBe(engine.version);
  });

  it('changed beyond half when most words are others', () => {
    const before = document(flooded);
    expect(changedBeyondHalf(before, document(`${flooded} Đề nghị sớm nạo vét.`))).toBe(false);
    expect(changedBeyondHalf(before, document('Rác tồn đọng cạnh trường học\nXe thu gom không đến.'))).toBe(true);
    expect(changedBeyondHalf(before, before)).toBe(false);
  });

  it('may be empty', () => {
    const nothing = document('');
    expect(score(nothing, document(flooded))).toBeLessThan(engine.whileTyping);
  });
});
