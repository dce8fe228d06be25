import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { AppError } from '../../server/platform/errors.ts';
import { createCursors } from '../../server/platform/events/cursor.ts';
import { comparePositions } from '../../server/platform/events/log-position.ts';

const secret = randomBytes(32);
const epoch = randomUUID();
const cursors = createCursors({ secret, epoch });
const [here, elsewhere] = [randomUUID(), randomUUID()];
const position = { xid: '74211', id: '9007199254740993' };

function refusal(cursor: string, { field, of = cursors }: { field?: string; of?: typeof cursors } = {}): unknown {
  try {
    return of.decode(cursor, here, field);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [error.code, error.details.field, error.details.messageKey];
  }
}

const notOurs = ['BAD_INPUT', 'after', 'page.cursor'];

describe('a cursor of the log', () => {
  it('is refused with any other form', () => {
    const cursor = cursors.encode(position, here);
    const forms = [
      '',
      'x',
      '0',
      'null',
      cursor.slice(1),
      cursor.slice(0, -1),
      `${cursor}=`,
      `${cursor}A`,
      ` ${cursor}`,
      `${cursor}\n`,
    ];
    const base64 = Buffer.from(cursor, 'base64url').toString('base64');
    const others = ['🙂'.repeat(25), '\0'.repeat(50), 'A'.repeat(50), 'A'.repeat(1_000_000), base64];
    for (const form of [...forms, ...others]) expect(refusal(form)).toEqual(notOurs);
  });

  it('is refused with any character changed', () => {
    const cursor = cursors.encode(position, here);
    for (let at = 0; at < cursor.length; at += 1) {
      for (const character of 'Aa0_') {
        const changed = cursor.slice(0, at) + character + cursor.slice(at + 1);
        if (changed !== cursor) expect(refusal(changed)).toEqual(notOurs);
      }
    }
  });

  it('is refused to another organization, as a made-up one is', () => {
    expect(refusal(cursors.encode(position, elsewhere))).toEqual(notOurs);
  });

  it('is refused under another secret', () => {
    const other = createCursors({ secret: randomBytes(32), epoch });
    expect(refusal(other.encode(position, here))).toEqual(notOurs);
  });

  it('has expired under another epoch, unless it is tampered with or another organization’s', () => {
    const later = createCursors({ secret, epoch: randomUUID() });
    const cursor = cursors.encode(position, here);
    expect(refusal(cursor, { of: later })).toEqual(['CURSOR_EXPIRED', 'after', undefined]);
    expect(refusal(cursors.encode(position, elsewhere), { of: later })).toEqual(notOurs);
    const tampered = `${cursor.slice(0, 20)}${cursor[20] === 'A' ? 'B' : 'A'}${cursor.slice(21)}`;
    expect(refusal(tampered, { of: later })).toEqual(notOurs);
  });

  it('names the argument that it came in', () => {
    expect(refusal('x', { field: 'input.after' })).toEqual(['BAD_INPUT', 'input.after', 'page.cursor']);
  });

  it('gives its place back, up to the greatest that PostgreSQL has', () => {
    const places = [
      { xid: '0', id: '0' },
      { xid: '3', id: '1' },
      position,
      { xid: '18446744073709551615', id: '9223372036854775807' },
    ];
    for (const place of places) expect(cursors.decode(cursors.encode(place, here), here)).toEqual(place);
  });

  it('is one text for one place, also from another process', () => {
    const other = createCursors({ secret: Buffer.from(secret), epoch });
    expect(other.encode(position, here)).toBe(cursors.encode(position, here));
    expect(cursors.encode(position, here)).toMatch(/^[\w-]{50}$/);
  });

  it('shows neither the volume nor that two places are neighbours', () => {
    const bytes = (id: number): Buffer =>
      Buffer.from(cursors.encode({ xid: '100', id: String(id) }, here), 'base64url').subarray(5);
    for (let id = 1; id < 50; id += 1) {
      const [a, b] = [bytes(id), bytes(id + 1)];
      const equal = a.filter((byte, at) => byte === b[at]).length;
      expect(equal).toBeLessThan(6);
    }
  });

  it('costs little', () => {
    const started = process.cpuUsage();
    for (let id = 0; id < 5000; id += 1) cursors.decode(cursors.encode({ xid: '100', id: String(id) }, here), here);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000);
  });
});

describe('places in the log', () => {
  it('are ordered by number, not by text', () => {
    const places = [
      { xid: '9', id: '10' },
      { xid: '10', id: '9' },
      { xid: '10', id: '10' },
      { xid: '18446744073709551615', id: '1' },
    ];
    for (const [i, a] of places.entries()) {
      for (const [j, b] of places.entries()) expect(Math.sign(comparePositions(a, b))).toBe(Math.sign(i - j));
    }
  });
});
