interface Props {
  readonly title: string;
  /** What it does, where the title does not say it all. */
  readonly explanation?: string;
  /** How much it would leave. */
  readonly count: string;
  readonly isOn: boolean;
  readonly toggle: () => void;
  readonly id: string;
}

/** A filter that is on or off. */
export function Chip({ id, title, explanation, count, isOn, toggle }: Props) {
  return (
    <button type="button" class="chip" data-filter={id} aria-pressed={isOn} title={explanation} onClick={toggle}>
      {title} <span class="count">{count}</span>
    </button>
  );
}
