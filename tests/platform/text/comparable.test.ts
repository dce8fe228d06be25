import { describe, expect, it } from '@jest/globals';
import { comparableText, phrasesIn } from '../../../server/platform/text/comparable.ts';
import { lexiconRows } from '../../../server/platform/text/lexicon.data.ts';
import { lexiconOf } from '../../../server/platform/text/lexicon.ts';

const lexicon = lexiconOf(lexiconRows());
const folded = (text: string): string =>
  comparableText(text, lexicon)
    .words.map((word) => word.folded)
    .join(' ');
const concepts = (text: string): string[] =>
  phrasesIn(comparableText(text, lexicon), lexicon.synonyms).map(({ meaning }) => meaning);

describe('a text made comparable', () => {
  it.each([
    ['UBND phường', 'uy ban nhan dan phuong'],
    ['TDP 5', 'to dan pho 5'],
    ['k có nước', 'khong co nuoc'],
    ['nước ko rút dc', 'nuoc khong rut duoc'],
    ['qlđt xử lí', 'quan ly do thi xu ly'],
    ['tt y tế', 'trung tam y te'],
  ])('writes out %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('does not tell NFC from NFD, or one place of the tone from the other', () => {
    expect(folded('Hoà Thuỷ'.normalize('NFD'))).toBe(folded('Hòa Thủy'));
    expect(concepts('xã hội hoá')).toEqual(concepts('xã hội hóa'));
  });

  it('knows a text without accents from one with few', () => {
    expect(comparableText('nuoc khong rut', lexicon).accented).toBe(false);
    expect(comparableText('Cho xe qua cầu', lexicon).accented).toBe(true);
  });

  it('finds the concept in other words, with accents or without', () => {
    expect(concepts('úng ngập kéo dài')).toContain('ngập úng');
    expect(concepts('nước không rút')).toContain('ngập úng');
    expect(concepts('nuoc khong rut')).toContain('ngập úng');
    expect(concepts('làm sổ đỏ')).toEqual(concepts('cấp giấy chứng nhận quyền sử dụng đất').slice(0, 1));
  });

  it('takes no other word for one that looks the same without accents', () => {
    expect(concepts('đứng trước cổng')).not.toContain('cống rãnh');
    expect(concepts('co cong')).toEqual([]);
  });

  it('does not join words across the end of a clause', () => {
    expect(concepts('mất. nước')).not.toContain('mất nước');
  });
});

describe('the tables', () => {
  const rows = lexiconRows();

  it.each(['ABBREVIATION', 'SYNONYM', 'SUBJECT', 'FACET', 'LEAD_WORD', 'STOP_WORD'] as const)(
    'give each term of %s one meaning and a source',
    (kind) => {
      const own = rows.filter((row) => row.kind === kind);
      expect(own.length).toBeGreaterThan(20);
      const meanings = Map.groupBy(own, ({ term }) => term);
      for (const [term, same] of meanings)
        expect([term, new Set(same.map(({ meaning }) => meaning)).size]).toEqual([term, 1]);
      for (const { term, source } of own) {
        expect(term).not.toBe('');
        expect(source).not.toBe('');
      }
    },
  );

  it('give subjects and facets to concepts that exist', () => {
    const known = new Set(rows.filter(({ kind }) => kind === 'SYNONYM').map(({ meaning }) => meaning));
    const named = rows.filter(({ kind }) => kind === 'SUBJECT' || kind === 'FACET').map(({ term }) => term);
    expect(named.filter((term) => !known.has(term))).toEqual([]);
  });

  it('let later rows win, as an administrator’s do', () => {
    const added = lexiconOf([...rows, { kind: 'SYNONYM', term: 'lêu bêu', meaning: 'ngập úng' }]);
    expect(added.synonyms.accented.get('lêu bêu')).toBe('ngập úng');
  });
});
