import { describe, expect, it } from '@jest/globals';
import { humanNumber } from '../../server/platform/db/human-code.ts';

describe('humanNumber', () => {
  it('gives every number of a block its own six digits', () => {
    const block = new Set(Array.from({ length: 100_000 }, (_, n) => humanNumber(n, 'issue')));
    expect(block.size).toBe(100_000);
    expect([...block].every((number) => /^\d{6}$/.test(number))).toBe(true);
  });

  it('does not tell the order or the count', () => {
    const numbers = Array.from({ length: 50 }, (_, n) => Number(humanNumber(n, 'issue')));
    const ascending = numbers.filter((number, i) => i > 0 && number > numbers[i - 1]!).length;
    expect(ascending).toBeGreaterThan(10);
    expect(ascending).toBeLessThan(40);
    expect(Math.max(...numbers)).toBeGreaterThan(500_000);
  });

  it('goes on after the millionth with a seventh digit, and differs by purpose', () => {
    expect(humanNumber(1_000_000, 'issue')).toMatch(/^1\d{6}$/);
    expect(humanNumber(5, 'issue')).not.toBe(humanNumber(5, 'matter'));
  });
});
