import { describe, expect, it } from '@jest/globals';
import { AppError, type ErrorDetails } from '../../../server/platform/errors.ts';
import { cleanText, foldText, type CleanTextRules } from '../../../server/platform/text/normalize.ts';

const line = { field: 'input.title', max: 20 };
const lines = { field: 'input.description', max: 20, multiline: true };

function refusal(value: string, rules: CleanTextRules): ErrorDetails {
  try {
    cleanText(value, rules);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    const { code, details } = error as AppError;
    expect(code).toBe('BAD_INPUT');
    return details;
  }
  throw new Error(`accepted: ${JSON.stringify(value)}`);
}

describe('cleanText refuses', () => {
  it.each<[string, string, CleanTextRules, string]>([
    ['NUL', 'a\0b', lines, 'text.nul'],
    ['a lone high surrogate', 'a\uD83Db', lines, 'text.surrogate'],
    ['a lone low surrogate at the end', 'ab\uDE00', line, 'text.surrogate'],
    ['a right-to-left override', 'cống\u202Egnôc', line, 'text.bidi'],
    ['an isolate', 'a\u2066b\u2069', lines, 'text.bidi'],
    ['a bell', 'a\u0007b', lines, 'text.control'],
    ['DEL', 'a\u007Fb', line, 'text.control'],
    ['a C1 control', 'a\u0085b', lines, 'text.control'],
    ['a lone carriage return', 'a\rb', lines, 'text.control'],
    ['a line feed in one line', 'a\nb', line, 'text.control'],
    ['CRLF in one line', 'a\r\nb', line, 'text.control'],
    ['a tab in one line', 'a\tb', line, 'text.control'],
    ['a line separator in one line', 'a\u2028b', line, 'text.control'],
    ['nothing', '', line, 'text.empty'],
    ['blanks', ' \t\r\n\u00A0', lines, 'text.empty'],
    ['invisible characters alone', '\u200B\u200D\u2060', line, 'text.empty'],
  ])('%s', (_name, value, rules, messageKey) => {
    expect(refusal(value, rules)).toMatchObject({ field: rules.field, messageKey });
  });

  it('a text over the limit, counted in code points after normalisation', () => {
    expect(refusal('ế'.normalize('NFD').repeat(21), line)).toMatchObject({
      messageKey: 'text.tooLong',
      params: { max: 20, length: 21 },
    });
    expect(refusal('😀'.repeat(21), line).messageKey).toBe('text.tooLong');
  });

  it('a text under the minimum', () => {
    expect(refusal(' abc ', { ...line, min: 4 })).toMatchObject({
      messageKey: 'text.tooShort',
      params: { min: 4, length: 3 },
    });
  });
});

describe('cleanText returns', () => {
  it('NFC', () => {
    const decomposed = 'Ngập úng đường'.normalize('NFD');
    expect(cleanText(decomposed, line)).toBe('Ngập úng đường'.normalize('NFC'));
  });

  it('the text without outer blanks', () => {
    expect(cleanText('\n  Nắp cống vỡ \r\n', line)).toBe('Nắp cống vỡ');
  });

  it('line feeds for CRLF, tabs and inner blanks kept', () => {
    expect(cleanText('a\r\n\r\n\tb  c', lines)).toBe('a\n\n\tb  c');
  });

  it('exactly the longest allowed text', () => {
    expect(cleanText('ế'.normalize('NFD').repeat(20), line)).toBe('ế'.repeat(20));
    expect(cleanText('😀'.repeat(20), line)).toBe('😀'.repeat(20));
  });

  it('an empty text where none is needed', () => {
    expect(cleanText('  ', { ...line, min: 0 })).toBe('');
  });

  it('joined emoji and direction marks as they are', () => {
    expect(cleanText('👩‍🌾 ok\u200F', line)).toBe('👩‍🌾 ok\u200F');
  });
});

describe('foldText', () => {
  it.each([
    ['Đường Nguyễn Công Trứ', 'duong nguyen cong tru'],
    ['ĐƯỜNG'.normalize('NFD'), 'duong'],
    ['  hố\u00A0ga \n\t vỡ ', 'ho ga vo'],
    ['Hoà bình, hòa bình', 'hoa binh, hoa binh'],
    ['quốc lộ 8A', 'quoc lo 8a'],
    ['', ''],
  ])('%j becomes %j', (value, expected) => {
    expect(foldText(value)).toBe(expected);
  });

  it('changes nothing the second time', () => {
    const once = foldText('Ủy ban Đồng Lộc');
    expect(foldText(once)).toBe(once);
  });
});
