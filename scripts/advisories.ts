import type { Shipped } from "./shipped.ts";

/** The part of the output of `npm audit --json` that is read here. */
export interface Audit {
  readonly vulnerabilities: Readonly<
    Record<
      string,
      {
        /** The folders of the installed packages. */
        readonly nodes: readonly string[];
        /** The advisories; a string is the name of a dependency that has one. */
        readonly via: readonly (string | { readonly title: string; readonly severity: string; readonly url: string })[];
      }
    >
  >;
}

/** The advisories on packages whose code is shipped, one line each. */
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
