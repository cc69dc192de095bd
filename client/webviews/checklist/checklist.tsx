import { useEffect } from "preact/hooks";
import type { Checklist } from "../../../protocol/requests.ts";
import type { FromChecklist } from "../../../protocol/views.ts";
import { Facts } from "../shared/facts.tsx";
import { Notes } from "../shared/notes.tsx";
import { Toolbar } from "../shared/toolbar.tsx";
import { useKept } from "../shared/use-kept.ts";
import type { Host } from "../shared/vscode-api.ts";
import { Choices } from "./choices.tsx";
import { Filters, isShown } from "./filters.tsx";
import { type Kept, nothingKept } from "./kept.ts";
import { Plan } from "./plan.tsx";
import { useScroll } from "./scroll.ts";
import { ChecklistTable } from "./table.tsx";

interface Props {
  readonly checklist: Checklist;
  /** The rows whose facts are at the cursor. */
  readonly atCursor: readonly string[];
  readonly host: Pick<Host<FromChecklist, never, Kept>, "say" | "kept" | "keep">;
}

/** The plan is placed below all rows. */
function showPlan(): void {
  document.querySelector<HTMLElement>(".plan h2")?.focus();
}

/** A profile's checklist. */
export function ChecklistView({ checklist, atCursor, host }: Props) {
  const { language, name, summary, facts, notes, assumed, rows, plan, messages } = checklist;
  const { uri, index } = checklist;
  const [kept, keep] = useKept(host, nothingKept);
  useScroll(atCursor, kept.scroll, (scroll) => keep({ scroll }));
  useEffect(() => keep({ uri, index, classification: assumed }), [uri, index, assumed]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const goTo = (no: string, place: number | null) => host.say({ kind: "goTo", no, place });
  return (
    <main>
      <header class="head">
        <h1 title={name.slice(0, 300)}>{name}</h1>
        <p class={`verdict ${summary.tone ?? ""}`} role="status">
          {summary.text}
        </p>
        {plan.groups.length > 0 && (
          <button type="button" class="link to-plan" onClick={showPlan}>
            {plan.title}
          </button>
        )}
      </header>
      <div class="about">
        <Facts facts={facts} />
        <Choices checklist={checklist} say={host.say} />
        {(notes.length > 0 || assumed !== null) && (
          <div class="notices">
            <Notes notes={notes} />
            {assumed !== null && (
              <button type="button" class="plain-button" onClick={() => host.say({ kind: "assume", classification: null })}>
                {messages.assumeStated}
              </button>
            )}
          </div>
        )}
        <div class="bar">
          <Filters checklist={checklist} chosen={kept.filters} choose={(filters) => keep({ filters })} />
          <Toolbar messages={messages} act={(kind) => host.say({ kind })} />
        </div>
      </div>
      <ChecklistTable
        rows={rows.filter((row) => isShown(row, kept.filters))}
        messages={messages}
        atCursor={atCursor}
        open={kept.open}
        setOpen={(open) => keep({ open })}
        goTo={goTo}
        follow={(href) => host.say({ kind: "open", href })}
      />
      <Plan plan={plan} messages={messages} goTo={goTo} />
    </main>
  );
}
