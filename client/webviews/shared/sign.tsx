import type { Tone } from "../../../protocol/requests.ts";

interface Props {
  readonly text: string;
  readonly tone: Tone | null;
  /** The text for screen readers. */
  readonly spoken: string;
}

/** A status as a sign. */
export function Sign({ text, tone, spoken }: Props) {
  return (
    <span class={`sign ${tone ?? ""}`}>
      <span aria-hidden="true">{text}</span>
      <span class="spoken">{spoken}</span>
    </span>
  );
}
