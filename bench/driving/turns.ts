/** How often each subject is measured, and when it has had enough. */
export interface Turns {
  readonly runs: number;
  /** Runs that come before and are not counted. */
  readonly warmUp?: number;
  /** A subject that has taken so many seconds takes part no more; what comes before has a third of them. */
  readonly seconds?: number;
}

/**
 * Measures each in turn, so that what else the machine does hits all alike; in another order each time. A subject's runs are
 * numbered from 0, those that are not counted included.
 */
export async function inTurn<S, T>(
  subjects: readonly S[],
  { runs, warmUp = 0, seconds = Number.POSITIVE_INFINITY }: Turns,
  measure: (subject: S, run: number) => Promise<T>,
): Promise<Map<S, T[]>> {
  const made = new Map<S, number>();
  const rounds = async (count: number, seconds: number) => {
    const samples = new Map<S, T[]>(subjects.map((subject) => [subject, []]));
    const spent = new Map<S, number>();
    for (let round = 0; round < count; round++) {
      const first = round % subjects.length;
      for (const subject of [...subjects.slice(first), ...subjects.slice(0, first)]) {
        const before = spent.get(subject) ?? 0;
        if (before >= seconds) continue;
        const run = made.get(subject) ?? 0;
        made.set(subject, run + 1);
        const from = performance.now();
        samples.get(subject)?.push(await measure(subject, run));
        spent.set(subject, before + (performance.now() - from) / 1_000);
      }
    }
    return samples;
  };
  await rounds(warmUp, seconds / 3);
  return rounds(runs, seconds);
}
