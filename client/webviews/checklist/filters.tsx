import type { Checklist, ChecklistFilter, ChecklistRow } from "../../../protocol/requests.ts";
import { Chip } from "../shared/chip.tsx";

interface Props {
  readonly checklist: Checklist;
  readonly chosen: readonly ChecklistFilter[];
  readonly choose: (filters: readonly ChecklistFilter[]) => void;
}

/** The filters that decide which rows are shown. */
export function Filters({ checklist: { filters, messages }, chosen, choose }: Props) {
  return (
    <fieldset class="filters" aria-label={messages.filter}>
      {filters.map(({ id, title, explanation, counted }) => {
        const isOn = chosen.includes(id);
        const toggle = () => choose(isOn ? chosen.filter((other) => other !== id) : [...chosen, id]);
        return <Chip key={id} id={id} title={title} explanation={explanation} count={counted} isOn={isOn} toggle={toggle} />;
      })}
    </fieldset>
  );
}

/** Whether a row passes the filters: any selected status, and required if that is selected. */
export function isShown({ filters }: ChecklistRow, chosen: readonly ChecklistFilter[]): boolean {
  const states = chosen.filter((filter) => filter !== "required");
  const isInState = states.length === 0 || states.some((state) => filters.includes(state));
  return isInState && (!chosen.includes("required") || filters.includes("required"));
}
