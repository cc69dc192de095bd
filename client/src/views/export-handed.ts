import { Uri } from "vscode";
import type { ProfileRef } from "../../../protocol/requests.ts";
import { allProfiles, profilesIn } from "./choose.ts";
import type { ViewContext } from "./context.ts";

/** The profiles passed by a menu; for a file, all profiles in it. */
export async function handedOver(views: ViewContext, args: readonly unknown[]): Promise<readonly ProfileRef[]> {
  const handed = profilesIn(args);
  if (!(args[0] instanceof Uri)) return handed;
  const { groups } = await allProfiles(views);
  const known = groups.flatMap(({ profiles }) => profiles).sort((a, b) => a.index - b.index);
  return handed.flatMap((file) => {
    const profiles = known.filter(({ uri }) => uri === file.uri).map(({ uri, index }) => ({ uri, index }));
    return profiles.length > 0 ? profiles : [file];
  });
}
