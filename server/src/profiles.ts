/** The names that profiles go by, as globs. */
export const PROFILE_NAMES = ["*.vendor.yaml", "*.vendor.yml", "vendor-profile.yaml", "vendor-profile.yml"];

/** Whether an address or a path is that of a profile, by its name. */
export function isProfile(address: string): boolean {
  return /(?:\.vendor|\/vendor-profile)\.ya?ml$/.test(address);
}
