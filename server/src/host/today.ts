/** The day it is at an offset from UTC, such as +09:00, as YYYY-MM-DD. */
export function today(utcOffset: string): string {
  // by hand, for the first use of Intl takes as long as the whole analysis
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(utcOffset) ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(Date.now() + (sign === "-" ? -offset : offset)).toISOString().slice(0, 10);
}
