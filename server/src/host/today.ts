/** Today's date at an offset from UTC, such as +09:00, as YYYY-MM-DD. */
export function today(utcOffset: string): string {
  // Without Intl, whose first use takes as long as a whole analysis.
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(utcOffset) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(Date.now() + (sign === "-" ? -offset : offset)).toISOString().slice(0, 10);
}
