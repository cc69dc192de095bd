/** How often each subject is measured, and for how long at most. */
export interface Turns {
  readonly runs: number;
  /** Runs before those that count. */
  readonly warmUp?: number;
  /** A subject that has taken this many seconds is not run again. The warm-up has a third of the time. */
  readonly seconds?: number;
}

/**
 * Measures the subjects in turn, starting with another one each round, so that other load on the machine affects all alike. A
 * subject's runs are numbered from 0, warm-up included.
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
