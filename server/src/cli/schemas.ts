import config from "../../../schemas/vendor-profile.config.schema.json" with { type: "json" };
import profile from "../../../schemas/vendor-profile.schema.json" with { type: "json" };

/** The text of the JSON Schemas, by what they describe. */
export const schemas = {
  profile: `${JSON.stringify(profile, null, 2)}\n`,
  config: `${JSON.stringify(config, null, 2)}\n`,
};
