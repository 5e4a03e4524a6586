/**
 * True for a SIRET: fourteen digits whose Luhn sum is a multiple of ten. La Poste's offices
 * (SIREN 356000000) follow another rule: the plain sum is a multiple of five. Source: Insee.
 */
export function isSiret(digits: string): boolean {
  if (!/^\d{14}$/.test(digits)) return false;
  if (digits.startsWith('356000000') && sum([...digits].map(Number)) % 5 === 0) return true;
  const doubled = [...digits].map((digit, index) => (index % 2 === 0 ? Number(digit) * 2 : Number(digit)));
  return sum(doubled.map((value) => (value > 9 ? value - 9 : value))) % 10 === 0;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
