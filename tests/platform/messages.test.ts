import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { AppError, badInput, errorTable } from '../../server/platform/errors.ts';
import { domainMessages } from '../../server/platform/graphql/domain-messages.ts';
import { messageTable, platformMessages } from '../../server/platform/graphql/message-table.ts';
import { localeOf, messageFor } from '../../server/platform/graphql/messages.ts';

interface Use {
  key: string;
  at: string;
  /** Names in `params`; null where they are not written at the place itself. */
  params: string[] | null;
}

const server = join(import.meta.dirname, '../../server');
const table = messageTable as Record<string, { vi: string; en: string }>;

function stringsIn(node: ts.Node): string[] {
  const own = ts.isStringLiteral(node) ? [node.text] : [];
  const inner: string[] = [];
  node.forEachChild((child) => {
    inner.push(...stringsIn(child));
  });
  return [...own, ...inner];
}

function namesOf(node: ts.Expression | undefined): string[] | null {
  if (!node) return [];
  if (!ts.isObjectLiteralExpression(node)) return null;
  return node.properties.map((property) => property.name?.getText() ?? '');
}

function usesOf(node: ts.Node, file: string): Use[] {
  const found: Use[] = [];
  const visit = (child: ts.Node): void => {
    const line = (): string =>
      `${file}:${child.getSourceFile().getLineAndCharacterOfPosition(child.getStart()).line + 1}`;
    if (ts.isCallExpression(child) && child.expression.getText() === 'badInput' && child.arguments[1]) {
      const params = namesOf(child.arguments[2]);
      found.push(...stringsIn(child.arguments[1]).map((key) => ({ key, at: line(), params })));
    }
    if (ts.isPropertyAssignment(child) && child.name.getText() === 'messageKey') {
      const sibling = child.parent.properties.find((property) => property.name?.getText() === 'params');
      const params =
        sibling && ts.isShorthandPropertyAssignment(sibling)
          ? null
          : namesOf((sibling as ts.PropertyAssignment | undefined)?.initializer);
      found.push(...stringsIn(child.initializer).map((key) => ({ key, at: line(), params })));
    }
    child.forEachChild(visit);
  };
  visit(node);
  return found;
}

const files = readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
const parsed = files
  .filter((name) => !name.endsWith('message-table.ts') && !name.endsWith('domain-messages.ts'))
  .map((name) => ts.createSourceFile(name, readFileSync(join(server, name), 'utf8'), ts.ScriptTarget.Latest, true));
const uses = parsed.flatMap((file) => usesOf(file, file.fileName));
const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).toSorted();

describe('the message table', () => {
  it('has a message for every key in the code', () => {
    expect(uses.length).toBeGreaterThan(20);
    expect(uses.filter(({ key }) => !(key in table))).toEqual([]);
  });

  it('has no message that nothing uses', () => {
    const texts = new Set(parsed.flatMap((file) => stringsIn(file)));
    expect(Object.keys(table).filter((key) => !(key in errorTable) && !texts.has(key))).toEqual([]);
  });

  it('has each key once', () => {
    expect(Object.keys(domainMessages).filter((key) => key in platformMessages)).toEqual([]);
  });

  it('has a message for every error code', () => {
    expect(Object.keys(errorTable).filter((code) => !(code in table))).toEqual([]);
  });

  it('has no place that an error does not fill', () => {
    const unfilled = uses.filter(({ key, params }) => {
      const wanted = places(table[key]?.vi ?? '');
      return params !== null && wanted.some((name) => !params.includes(name));
    });
    expect(unfilled).toEqual([]);
  });

  it('says the same in both languages, in one short sentence of its own', () => {
    for (const [key, { vi, en }] of Object.entries(table)) {
      expect({ key, places: places(en) }).toEqual({ key, places: places(vi) });
      expect({ key, long: Math.max(vi.length, en.length) > 120 }).toEqual({ key, long: false });
    }
  });

  it('writes Vietnamese in composed characters', () => {
    for (const { vi } of Object.values(table)) expect(vi).toBe(vi.normalize('NFC'));
  });
});

describe('messageFor', () => {
  it('falls back to the code where the key is unknown, also for names of Object.prototype', () => {
    for (const messageKey of ['no.such.key', 'constructor', '__proto__']) {
      expect(messageFor(new AppError('NOT_FOUND', { messageKey }), 'en')).toBe(table['NOT_FOUND']!.en);
    }
  });

  it('fills places once: a value that looks like a place stays', () => {
    const error = badInput('input.title', 'text.tooLong', { max: 5, length: '{max}' });
    expect(messageFor(error, 'en')).toBe('At most 5 characters, has {max}.');
  });

  it('speaks the language asked for', () => {
    const error = badInput('first', 'page.first', { max: 100 });
    expect(messageFor(error, 'vi')).toBe('Số dòng mỗi trang phải từ 1 đến 100.');
    expect(messageFor(error, 'en')).toBe('A page has 1 to 100 entries.');
  });
});

describe('localeOf', () => {
  it.each([
    [undefined, 'vi'],
    ['', 'vi'],
    ['fr-FR,fr;q=0.9', 'vi'],
    ['en;q=0', 'vi'],
    ['en;q=abc', 'vi'],
    ['vi,en', 'vi'],
    ['*', 'vi'],
    ['english', 'vi'],
    ['en', 'en'],
    ['en-US,en;q=0.9,vi;q=0.8', 'en'],
    ['vi;q=0.2, EN-gb;q=0.7', 'en'],
    ['vi;q=0.7,en;q=0.7', 'vi'],
    ['fr, en;q=0.5', 'en'],
    [`${'xx,'.repeat(100_000)}en`, 'vi'],
  ] as const)('%# takes a header for a language', (header, locale) => {
    expect(localeOf(header)).toBe(locale);
  });
});
