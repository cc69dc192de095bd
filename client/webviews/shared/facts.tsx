import type { Fact } from "../../../protocol/requests.ts";
import { Long } from "./long.tsx";

/** A list of names and values. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ name, value, tone }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd class={tone ?? ""}>
            <Long text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
