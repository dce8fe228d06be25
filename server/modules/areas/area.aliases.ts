/** Names met in two spellings that no rule yields. */
const BOTH_SPELLINGS: readonly (readonly [string, string])[] = [['Cổ Đạm', 'Cỗ Đạm']];

/**
 * Other ways people write a Vietnamese place name: the tone on the second vowel (Hòa → Hoà, Thủy → Thuỷ),
 * i for y (Kỳ → Kì, Mỹ → Mĩ) and known doublets. Expects and returns NFC; the name itself is never among the result.
 */
export function spellingVariants(name: string): string[] {
  const spelled = new Set([name]);
  for (const rule of [doublets, toneOnSecondVowel, iForY]) {
    // Also visits what it adds; that ends, since no rule changes its own result.
    for (const known of spelled) spelled.add(rule(known));
  }
  spelled.delete(name);
  return [...spelled];
}

function doublets(name: string): string {
  return BOTH_SPELLINGS.reduce((text, [usual, other]) => text.replace(usual, other), name);
}

// Decomposed, a tone is a mark after its vowel: grave, acute, tilde, hook above, dot below.
const OPEN_OA_OE = /(o)([\u0300\u0301\u0303\u0309\u0323])([ae])(?![\p{L}\p{M}])/giu;
const OPEN_UY = /(u)([\u0300\u0301\u0303\u0309\u0323])(y)(?![\p{L}\p{M}])/giu;
const LONE_Y = /(?<![\p{L}\p{M}])([hklmst])y(?=\p{M}?(?![\p{L}\p{M}]))/giu;

function toneOnSecondVowel(name: string): string {
  return name.normalize('NFD').replace(OPEN_OA_OE, '$1$3$2').replace(OPEN_UY, '$1$3$2').normalize('NFC');
}

function iForY(name: string): string {
  return name.normalize('NFD').replace(LONE_Y, '$1i').normalize('NFC');
}
