import { createHash } from 'node:crypto';

const digits = 6;
const half = 1000;

/**
 * The n-th code of a sequence as six digits in an order that tells nobody how many there are: a Feistel network over
 * 000000–999999, a bijection. The millionth and later get a seventh digit in front.
 */
export function humanNumber(n: number, purpose: string): string {
  const block = Math.floor(n / half ** 2);
  let left = Math.floor((n % half ** 2) / half);
  let right = n % half;
  for (let round = 0; round < 4; round += 1) {
    const mixed = createHash('sha256').update(`${purpose}/${block}/${round}/${right}`).digest().readUInt32BE(0);
    [left, right] = [right, (left + mixed) % half];
  }
  const number = String(left * half + right).padStart(digits, '0');
  return block === 0 ? number : `${block}${number}`;
}
