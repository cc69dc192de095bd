/** Whether a text is an existing date, YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/**
 * Whether a text is a corporate number: 13 digits, the first being the check digit 9 − (Σ Pn·Qn mod 9) over the others, counted
 * from the right (法人番号の指定等に関する省令).
 */
export function isCorporateNumber(text: string): boolean {
  if (!/^\d{13}$/.test(text)) return false;
  let sum = 0;
  for (let n = 1; n <= 12; n++) sum += Number(text[13 - n]) * (n % 2 === 1 ? 1 : 2);
  return Number(text[0]) === 9 - (sum % 9);
}

/** The string formats of the profile's JSON Schema, by name. */
export const formats = { date: isDate, "corporate-number": isCorporateNumber };
