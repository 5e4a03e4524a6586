const NUMBERS: Readonly<Record<string, number>> = {
  zéro: 0, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10, onze: 11, douze: 12, treize: 13,
  quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, trente: 30, quarante: 40, cinquante: 50, soixante: 60, cent: 100, mille: 1000,
};

/**
 * A number in French words as digits: "trois" → "3", "vingt-cinq" → "25", "quatre-vingt-dix" → "90".
 * "un" and "une" alone are articles and stay words. Null for any other word.
 */
export function digitsOf(word: string): string | null {
  const parts = word.toLocaleLowerCase('fr-FR').split('-').filter((part) => part !== 'et');
  let total = 0;
  for (const [index, part] of parts.entries()) {
    const value = index > 0 && (part === 'un' || part === 'une') ? 1 : NUMBERS[part];
    if (value === undefined) return null;
    total = total === 4 && value === 20 ? 80 : total + value;
  }
  return parts.length > 0 ? String(total) : null;
}
