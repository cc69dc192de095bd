import type { ComparedService, ComparisonView } from "../../../protocol/requests.ts";
import { host } from "./host.ts";

interface Props {
  readonly service: ComparedService;
  readonly messages: ComparisonView["messages"];
}

/** The head of a service's column: opens its profile, or removes it from the comparison. */
export function ServiceHead({ service: { uri, index, name, vendor, verdict }, messages }: Props) {
  const say = (kind: "open" | "remove") => host.say({ kind, service: { uri, index } });
  return (
    <th scope="col">
      <div class="service">
        <button type="button" class="link" title={messages.open} onClick={() => say("open")}>
          {name}
        </button>
        <button
          type="button"
          class="remove"
          title={messages.remove}
          aria-label={`${messages.remove}: ${name}`}
          onClick={() => say("remove")}
        >
          ×
        </button>
      </div>
      <div class="vendor">{vendor}</div>
      <div class={`verdict ${verdict.tone ?? ""}`}>{verdict.text}</div>
    </th>
  );
}
