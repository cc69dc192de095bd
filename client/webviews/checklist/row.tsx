import type { ChecklistMessages, ChecklistRow } from "../../../protocol/requests.ts";
import { Icon } from "../shared/icon.tsx";
import { Lines } from "../shared/lines.tsx";
import { Sign } from "../shared/sign.tsx";

interface Props {
  readonly row: ChecklistRow;
  readonly messages: ChecklistMessages;
  readonly isOpen: boolean;
  /** Whether Tab reaches this row; arrow keys reach the others. */
  readonly isReached: boolean;
  readonly isAtCursor: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly onFocus: () => void;
  readonly goTo: () => void;
  readonly follow: (href: string) => void;
}

/** A requirement and its status. A click goes to its facts. */
export function Row({ row, messages, isOpen, isReached, isAtCursor, setOpen, onFocus, goTo, follow }: Props) {
  const { no, label, obligation, status, sign, statusText, tone, why, evidence, check } = row;
  const onClick = (event: MouseEvent) => {
    const isOnControl = (event.target as Element).closest("button, details") !== null;
    // ignore the click that ends a text selection
    if (!isOnControl && getSelection()?.isCollapsed !== false) goTo();
  };
  return (
    <tr
      class={`cells row ${tone}`}
      data-no={no}
      data-status={status}
      tabIndex={isReached ? 0 : -1}
      aria-level={1}
      aria-expanded={isOpen}
      aria-current={isAtCursor ? "true" : undefined}
      title={isAtCursor ? messages.atCursor : undefined}
      onClick={onClick}
      onFocus={onFocus}
    >
      <th class="requirement" scope="row">
        <button
          type="button"
          class="twistie"
          tabIndex={-1}
          aria-hidden="true"
          title={messages.details}
          onClick={() => setOpen(!isOpen)}
        >
          <Icon name="chevron" />
        </button>
        <span class="no">{no}</span>
        <span class="label">{label}</span>
      </th>
      <td class="obligation">{obligation}</td>
      <td class="status">
        <Sign text={sign} tone={tone} spoken={statusText} />
      </td>
      <td class="why">
        <Lines lines={why} />
      </td>
      <td class="evidence" data-title={messages.evidence}>
        <Lines lines={evidence} open={follow} />
      </td>
      <td class="check" data-title={messages.check}>
        <Lines lines={check} />
      </td>
    </tr>
  );
}
