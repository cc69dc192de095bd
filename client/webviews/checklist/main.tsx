import { render } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Checklist } from "../../../protocol/requests.ts";
import type { FromChecklist, ToChecklist } from "../../../protocol/views.ts";
import { connect, type Host } from "../shared/vscode-api.ts";
import { ChecklistView } from "./checklist.tsx";
import type { Kept } from "./kept.ts";
import "../shared/theme.css";
import "./checklist.css";
import "./table.css";
import "./plan.css";
import "../shared/print.css";
import "./print.css";

/** Renders the extension's last message. */
function Page({ host }: { readonly host: Host<FromChecklist, ToChecklist, Kept> }) {
  const [checklist, setChecklist] = useState<Checklist | null>(null);
  const [atCursor, setAtCursor] = useState<readonly string[]>([]);
  const [gone, setGone] = useState<string | null>(null);
  useEffect(() => {
    const stop = host.listen((message) => {
      if (message.kind === "cursor") return setAtCursor(message.rows);
      setGone(message.kind === "gone" ? message.text : null);
      if (message.kind === "show") setChecklist(message.checklist);
    });
    host.say({ kind: "ready" });
    return stop;
  }, []);
  if (gone !== null) return <p class="gone">{gone}</p>;
  return checklist && <ChecklistView checklist={checklist} atCursor={atCursor} host={host} />;
}

render(<Page host={connect()} />, document.body);
