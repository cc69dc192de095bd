import { type ProfilesAnswer, type ProfilesParams, requests } from "../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";

/** Asks for the workspace's profiles. Their URIs are normalised to the editor's spelling. */
export async function askForProfiles({ request, client }: ViewContext, params: ProfilesParams): Promise<ProfilesAnswer> {
  const { id, profiles } = await request<ProfilesAnswer>(requests.profiles, params);
  const { protocol2CodeConverter: from, code2ProtocolConverter: to } = client;
  const spelt = (uri: string) => to.asUri(from.asUri(uri));
  const groups = profiles?.groups.map((group) => ({
    ...group,
    profiles: group.profiles.map((item) => ({ ...item, uri: spelt(item.uri) })),
  }));
  return { id, profiles: profiles && { ...profiles, groups: groups ?? [] } };
}
