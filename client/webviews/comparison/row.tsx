import type { ComparedRow } from "../../../protocol/requests.ts";

interface Props {
  readonly row: ComparedRow;
  /** The note on a row that differs. */
  readonly differs: string;
}

/** A class or a requirement, with one cell per service. */
export function Row({ row: { label, detail, differs: isDifferent, cells }, differs }: Props) {
  return (
    <tr class={isDifferent ? "different" : ""}>
      <th scope="row" class="item">
        <div class="label">
          {detail === null ? (
            label
          ) : (
            <details>
              <summary>{label}</summary>
              <p>{detail}</p>
            </details>
          )}
          {isDifferent && <span class="differs">{differs}</span>}
        </div>
      </th>
      {cells.map(({ text, tone, spoken }, index) => (
        <td key={index} class={tone ?? ""}>
          {text === spoken ? (
            text
          ) : (
            <>
              <span aria-hidden="true">{text}</span>
              <span class="spoken">{spoken}</span>
            </>
          )}
        </td>
      ))}
    </tr>
  );
}
