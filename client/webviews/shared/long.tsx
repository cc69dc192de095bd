/** Characters of a long text shown before it is expanded. */
const MAX_COUNT = 280;

/** Plain text; a very long one shows its beginning and expands on demand. */
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
