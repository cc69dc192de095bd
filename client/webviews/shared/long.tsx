/** As many characters as are shown of a text before it is opened. */
const MOST = 280;

/** A text as it stands; of a very long one the beginning, which opens the whole. Nothing in it is anything but text. */
export function Long({ text }: { readonly text: string }) {
  if (text.length <= MOST) return <bdi>{text}</bdi>;
  const beginning = text.slice(0, MOST).replace(/[\uD800-\uDBFF]$/, "");
  return (
    <details class="long">
      <summary>
        <bdi>{beginning}…</bdi>
      </summary>
      <p>{text}</p>
    </details>
  );
}
