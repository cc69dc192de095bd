import type { Tone } from "../../../protocol/requests.ts";

interface Props {
  readonly text: string;
  readonly tone: Tone | null;
  /** What it says to those who do not see it. */
  readonly spoken: string;
}

/** A status, to be seen at a glance. */
export function Sign({ text, tone, spoken }: Props) {
  return (
    <span class={`sign ${tone ?? ""}`}>
      <span aria-hidden="true">{text}</span>
      <span class="spoken">{spoken}</span>
    </span>
  );
}
