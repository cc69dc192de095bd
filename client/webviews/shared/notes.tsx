import type { Toned } from "../../../protocol/requests.ts";
import { Long } from "./long.tsx";

/** What is to be known before the rest is read. */
export function Notes({ notes }: { readonly notes: readonly Toned[] }) {
  return (
    <>
      {notes.map(({ text, tone }) => (
        <p class={`notice ${tone ?? ""}`} key={text}>
          <Long text={text} />
        </p>
      ))}
    </>
  );
}
