import type { ComponentChildren } from "preact";
import type { ChecklistMessages, ChecklistRow } from "../../../protocol/requests.ts";
import { Lines } from "../shared/lines.tsx";

interface Props {
  readonly row: ChecklistRow;
  readonly messages: ChecklistMessages;
  readonly isOpen: boolean;
  readonly goTo: (no: string, place: number | null) => void;
}

/** A requirement's text, what would be enough, and where its facts are. Always shown in print. */
export function Details({ row, messages, isOpen, goTo }: Props) {
  const { no, requirement, risk, remedy, places } = row;
  return (
    <tr class="details" aria-level={2} hidden={!isOpen}>
      <td colSpan={6}>
        <div class="parts">
          <Part title={messages.requirement} name="standard">
            <Paragraphs texts={requirement} />
          </Part>
          {remedy.length > 0 && (
            <Part title={messages.remedy} name="remedy">
              <Lines lines={remedy} />
            </Part>
          )}
          {risk !== "" && (
            <Part title={messages.risk} name="risk">
              <Paragraphs texts={risk.split("\n")} />
            </Part>
          )}
        </div>
        <p class="places">
          <button type="button" class="plain-button" onClick={() => goTo(no, null)}>
            {messages.goToFacts}
          </button>
          {places.length > 1 &&
            places.map(({ start: { line, character } }, place) => (
              <button
                type="button"
                class="link"
                key={`${line}:${character}`}
                aria-label={`${messages.goToFacts} ${line + 1}`}
                onClick={() => goTo(no, place)}
              >
                {line + 1}
              </button>
            ))}
        </p>
      </td>
    </tr>
  );
}

/** The standard's own text, never shortened. */
function Paragraphs({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => <p key={text}>{text}</p>);
}

function Part({ title, name, children }: { title: string; name: string; children: ComponentChildren }) {
  return (
    <section class={name}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
