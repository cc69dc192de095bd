import type { Toned } from "../../../protocol/requests.ts";
import { Long } from "./long.tsx";

/** Notes to read before the rest. */
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
