/** The locale for messages: from the environment, in POSIX's order, or else the setting of Windows or macOS. */
export function systemLocale(env: NodeJS.ProcessEnv): string | undefined {
  return (
    env.LC_ALL ||
    env.LC_MESSAGES ||
    env.LANG ||
    (["win32", "darwin"].includes(process.platform) ? Intl.DateTimeFormat().resolvedOptions().locale : undefined)
  );
}
