interface Props {
  readonly name: string;
  readonly label: string;
  /** Null where none of the options is chosen. */
  readonly value: string | null;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  readonly choose: (value: string) => void;
}

/** One of several, under a label. */
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
