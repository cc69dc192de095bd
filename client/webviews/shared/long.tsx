/** As many characters as are shown of a text before it is opened. */
const MAX_COUNT = 280;

/** A text as it stands; of a very long one the beginning, which opens the whole. Nothing in it is anything but text. */
export function Long({ text }: { readonly text: string }) {
  if (text.length <= MAX_COUNT) return <bdi>{text}</bdi>;
  const beginning = text.slice(0, MAX_COUNT).replace(/[\uD800-\uDBFF]$/, "");
  return (
    <details class="long">
      <summary>
        <bdi>{beginning}…</bdi>
      </summary>
      <p>{text}</p>
    </details>
  );
}
