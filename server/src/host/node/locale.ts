/** The locale for messages, as POSIX orders the variables; without any, the system's own where it has one beside them. */
export function systemLocale(env: NodeJS.ProcessEnv): string | undefined {
  return (
    env.LC_ALL ||
    env.LC_MESSAGES ||
    env.LANG ||
    (["win32", "darwin"].includes(process.platform) ? Intl.DateTimeFormat().resolvedOptions().locale : undefined)
  );
}
