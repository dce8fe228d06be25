/** Words that stand nowhere else: where one turns up, its object and field are known. */
const form = /zq[a-z]{5}x/g;
const letters = 'abcdefghijklmnopqrstuvwxyz';

const minted = new Set<string>();

/** A new word of eight letters: no name, no number, one lexeme of the search. */
export function mintCanary(): string {
  let rest = minted.size;
  let word = '';
  for (let place = 0; place < 5; place += 1) {
    word = letters[rest % 26]! + word;
    rest = Math.floor(rest / 26);
  }
  const canary = `zq${word}x`;
  minted.add(canary);
  return canary;
}

/** A plain sentence around a new canary. */
export const canaryText = (): string => `Nội dung cần xem xét ${mintCanary()} tại địa bàn.`;

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const codes = /\b(?:HT|VV)-\d{4}-\d+/g;

/** A cursor's letters may look like one: only those that were made count. */
export const canariesIn = (text: string): string[] => (text.match(form) ?? []).filter((word) => minted.has(word));

/** Everything in a text that tells which object it speaks of: canaries, ids and codes, each once. */
export const marksIn = (text: string): Set<string> =>
  new Set([...canariesIn(text), ...(text.match(uuids) ?? []), ...(text.match(codes) ?? [])]);
