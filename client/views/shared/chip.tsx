interface Props {
  readonly title: string;
  /** How much it would leave. */
  readonly count: string;
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly id: string;
}

/** A filter that is on or off. */
export function Chip({ id, title, count, isOn, toggle }: Props) {
  return (
    <button type="button" class="chip" data-filter={id} aria-pressed={isOn} onClick={toggle}>
      {title} <span class="count">{count}</span>
    </button>
  );
}
