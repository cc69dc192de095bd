import type { Shipped } from "./shipped.ts";

/** What `npm audit --json` says, as far as it matters here. */
export interface Audit {
  readonly vulnerabilities: Readonly<
    Record<
      string,
      {
        /** The folders of the installed packages. */
        readonly nodes: readonly string[];
        /** The advisories; a name instead where it is another package that has one. */
        readonly via: readonly (string | { readonly title: string; readonly severity: string; readonly url: string })[];
      }
    >
  >;
}

/** The advisories on packages whose code is shipped, a line each. */
export function advisoriesOn(packages: readonly Shipped[], { vulnerabilities }: Audit): string[] {
  return packages.flatMap(({ name, version, folder, files }) =>
    Object.values(vulnerabilities)
      .filter(({ nodes }) => nodes.includes(folder))
      .flatMap(({ via }) => via)
      .flatMap((advisory) =>
        typeof advisory === "string"
          ? []
          : `${name} ${version} in ${files.join(", ")}: ${advisory.title} (${advisory.severity}, ${advisory.url})`,
      ),
  );
}
