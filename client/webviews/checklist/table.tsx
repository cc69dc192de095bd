import { useRef, useState } from "preact/hooks";
import type { ChecklistMessages, ChecklistRow } from "../../../protocol/requests.ts";
import { Details } from "./details.tsx";
import { keyAction } from "./keys.ts";
import { Row } from "./row.tsx";

interface Props {
  readonly rows: readonly ChecklistRow[];
  readonly messages: ChecklistMessages;
  readonly atCursor: readonly string[];
  readonly open: readonly string[];
  readonly setOpen: (open: readonly string[]) => void;
  readonly goTo: (no: string, place: number | null) => void;
  readonly follow: (href: string) => void;
}

/** The rows by category. Arrow keys move between rows and open or close them; Enter goes to a row's facts. */
export function ChecklistTable({ rows, messages, atCursor, open, setOpen, goTo, follow }: Props) {
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  // Tab reaches one row
  const reached = rows.some(({ no }) => no === focused) ? focused : rows[0]?.no;

  const setIsOpen = (no: string, isOpen: boolean) =>
    setOpen(isOpen ? [...open.filter((other) => other !== no), no] : open.filter((other) => other !== no));
  const onKeyDown = (event: KeyboardEvent) => {
    const rowElement = event.target as HTMLElement;
    const { no } = rowElement.dataset;
    if (no === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const action = keyAction(event.key, open.includes(no));
    if (!action) return;
    event.preventDefault();
    if (action.kind === "open") return setIsOpen(no, action.isOpen);
    if (action.kind === "goTo") return goTo(no, null);
    const all = [...(table.current?.querySelectorAll<HTMLElement>("[data-no]") ?? [])];
    all[action.to(all.indexOf(rowElement), all.length)]?.focus();
  };

  if (rows.length === 0) return <p class="nothing">{messages.nothingFiltered}</p>;
  return (
    // role treegrid: arrow keys move, open and close rows
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
    <table ref={table} role="treegrid" onKeyDown={onKeyDown}>
      <caption class="spoken">{messages.table}</caption>
      <thead>
        <tr class="cells">
          <Head part="requirement" title={`${messages.no} ${messages.requirement}`} />
          <Head part="obligation" title={messages.obligation} />
          <Head part="status" title={messages.status} />
          <Head part="why" title={messages.why} />
          <Head part="evidence" title={messages.evidence} />
          <Head part="check" title={messages.check} />
        </tr>
      </thead>
      {byCategory(rows).map(({ category, rows }) => (
        <tbody key={rows[0]?.no}>
          <tr class="category">
            <th scope="rowgroup" colSpan={6}>
              {category}
            </th>
          </tr>
          {rows.map((row) => {
            const isOpen = open.includes(row.no);
            return [
              <Row
                key={row.no}
                row={row}
                messages={messages}
                isOpen={isOpen}
                isReached={row.no === reached}
                isAtCursor={atCursor.includes(row.no)}
                setOpen={(isOpen) => setIsOpen(row.no, isOpen)}
                onFocus={() => setFocused(row.no)}
                goTo={() => goTo(row.no, null)}
                follow={follow}
              />,
              <Details key={`${row.no} details`} row={row} messages={messages} isOpen={isOpen} goTo={goTo} />,
            ];
          })}
        </tbody>
      ))}
    </table>
  );
}

function Head({ part, title }: { readonly part: string; readonly title: string }) {
  return (
    <th class={part} scope="col">
      {title}
    </th>
  );
}

function byCategory(rows: readonly ChecklistRow[]): { category: string; rows: ChecklistRow[] }[] {
  const groups: { category: string; rows: ChecklistRow[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.category === row.category) last.rows.push(row);
    else groups.push({ category: row.category, rows: [row] });
  }
  return groups;
}
