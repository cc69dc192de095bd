/** How many cases a property is tried with: as many as are asked for, times RUNS. */
export const runs = (numRuns: number) => ({ numRuns: Math.ceil(numRuns * Number(process.env.RUNS ?? 1)) });
