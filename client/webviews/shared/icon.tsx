const shapes = {
  export: "M8 10V2m0 0L5 5m3-3 3 3M3 9v4.5h10V9",
  copy: "M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3",
  print: "M4.5 6V2.5h7V6m-7 5.5h-2V6h11v5.5h-2m-7-2h7v4h-7z",
  chevron: "m6 4 4 4-4 4",
} as const;

export type IconName = keyof typeof shapes;

/** A small decorative picture beside text with the same meaning. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={shapes[name]} fill="none" stroke="currentColor" stroke-linejoin="round" stroke-linecap="round" />
    </svg>
  );
}
