import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ToComparison } from "../../../protocol/views.ts";
import { useKept } from "../shared/use-kept.ts";
import { Comparison } from "./comparison.tsx";
import { host, nothingKept } from "./host.ts";
import "../shared/theme.css";
import "../shared/print.css";
import "./comparison.css";

/** The extension's last message. */
function Page() {
  const [said, hear] = useState<ToComparison | null>(null);
  const [{ isFiltered }, keep] = useKept(host, nothingKept);
  useEffect(() => {
    const stop = host.listen((message) => {
      hear(message);
      if (message.kind === "show") keep({ profiles: message.profiles });
    });
    host.say({ kind: "ready" });
    return stop;
  }, []);

  if (said === null) return null;
  if (said.kind === "gone") return <p class="gone">{said.text}</p>;
  return (
    <Comparison comparison={said.comparison} isFiltered={isFiltered} toggleFilter={() => keep({ isFiltered: !isFiltered })} />
  );
}

render(<Page />, document.body);
