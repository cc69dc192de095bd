import type { ChecklistMessages, ChecklistPlan, PlanStep } from "../../../protocol/requests.ts";
import { Lines } from "../shared/lines.tsx";

interface Props {
  readonly plan: ChecklistPlan;
  readonly messages: ChecklistMessages;
  readonly goTo: (no: string, place: number | null) => void;
}

/** The plan: what would be enough to conform. */
export function Plan({ plan: { title, paragraphs, groups, sets }, messages, goTo }: Props) {
  return (
    <section class="plan">
      <h2 tabIndex={-1}>{title}</h2>
      <Lines lines={paragraphs} />
      {groups.map(({ title, options }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ul class="options">
            {options.map((steps) => (
              <li key={steps.map(({ no }) => no).join()}>
                {steps.map((step) => (
                  <Step key={`${step.no} ${step.name}`} step={step} messages={messages} goTo={() => goTo(step.no, null)} />
                ))}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {sets && (
        <section>
          <h3>{sets.title}</h3>
          <ol class="sets">
            {sets.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        </section>
      )}
    </section>
  );
}

function Step({ step, messages, goTo }: { step: PlanStep; messages: ChecklistMessages; goTo: () => void }) {
  const { name, status, reasons, enough, facts, otherwise } = step;
  return (
    <div class="step">
      <h4>
        <button type="button" class="link" title={messages.goToFacts} onClick={goTo}>
          {name}
        </button>
        <span class={status.tone ?? ""}>{status.text}</span>
      </h4>
      <Lines lines={reasons} />
      <p class="enough">{enough}</p>
      {facts.length > 0 && (
        <ul class="facts-to-state">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      {otherwise !== null && <p class="otherwise">{otherwise}</p>}
    </div>
  );
}
