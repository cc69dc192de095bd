interface Props {
  readonly name: string;
  readonly label: string;
  /** Null if no option is selected. */
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly choose: (value: string) => void;
}

/** A labelled choice of one option. */
export function Choice({ name, label, value, options, choose }: Props) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select name={name} value={value ?? ""} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {value === null && (
          <option value="" disabled>
            –
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.title}
          </option>
        ))}
      </select>
    </label>
  );
}
