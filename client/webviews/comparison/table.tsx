import type { ComparisonView } from "../../../protocol/requests.ts";
import { Row } from "./row.tsx";
import { ServiceHead } from "./service-head.tsx";

interface Props {
  readonly comparison: ComparisonView;
  /** Whether only rows that differ are shown. */
  readonly isFiltered: boolean;
}

/** One column per service, one row per class and requirement. */
export function ServicesTable({ comparison: { services, sections, messages }, isFiltered }: Props) {
  const columns = services.length + 1;
  const shown = sections
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ differs }) => differs || !isFiltered) }))
    .filter(({ rows }) => rows.length > 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: makes columns out of view reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={messages.table}>
      <table>
        <caption class="spoken">{messages.table}</caption>
        <thead>
          <tr>
            <th scope="col" class="item">
              {messages.item}
            </th>
            {services.map((service) => (
              <ServiceHead key={`${service.index} ${service.uri}`} service={service} messages={messages} />
            ))}
          </tr>
        </thead>
        {shown.map(({ title, rows }) => (
          <tbody key={title}>
            <tr class="section">
              <th scope="rowgroup" colSpan={columns}>
                <span>{title}</span>
              </th>
            </tr>
            {rows.map((row) => (
              <Row key={row.label} row={row} differs={messages.differs} />
            ))}
          </tbody>
        ))}
        {shown.length === 0 && (
          <tbody>
            <tr>
              <td colSpan={columns}>{messages.nothingDiffers}</td>
            </tr>
          </tbody>
        )}
      </table>
    </section>
  );
}
