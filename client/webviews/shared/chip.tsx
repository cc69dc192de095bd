interface Props {
  readonly title: string;
  /** A tooltip, where the title is not enough. */
  readonly explanation?: string;
  /** How many rows the filter would leave. */
  readonly count: string;
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly id: string;
}

/** A filter with two states. */
export function Chip({ id, title, explanation, count, isOn, toggle }: Props) {
  return (
    <button type="button" class="chip" data-filter={id} aria-pressed={isOn} title={explanation} onClick={toggle}>
      {title} <span class="count">{count}</span>
    </button>
  );
}
