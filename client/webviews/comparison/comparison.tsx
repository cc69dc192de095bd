import { useEffect } from "preact/hooks";
import type { ComparisonView } from "../../../protocol/requests.ts";
import { Chip } from "../shared/chip.tsx";
import { Facts } from "../shared/facts.tsx";
import { Lines } from "../shared/lines.tsx";
import { Toolbar } from "../shared/toolbar.tsx";
import { host } from "./host.ts";
import { Lacking } from "./lacking.tsx";
import { ServicesTable } from "./table.tsx";

/** Services side by side: the basis of the comparison, the table, and what each service lacks. */
export function Comparison({ comparison, isFiltered, toggleFilter }: Props) {
  const { language, title, facts, sections, legend, lacking, messages } = comparison;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const differences = sections.flatMap(({ rows }) => rows).filter(({ differs }) => differs).length;
  return (
    <main>
      <header>
        <h1>{title}</h1>
        <Toolbar messages={messages} act={(kind) => host.say({ kind })} />
      </header>
      <Facts facts={facts} />
      <div class="filters">
        <Chip id="differences" title={messages.differences} count={String(differences)} isOn={isFiltered} toggle={toggleFilter} />
      </div>
      <ServicesTable comparison={comparison} isFiltered={isFiltered} />
      <div class="legend">
        <Lines lines={legend} />
      </div>
      <Lacking lacking={lacking} title={messages.lacking} />
    </main>
  );
}

interface Props {
  readonly comparison: ComparisonView;
  /** Whether only rows that differ are shown. */
  readonly isFiltered: boolean;
  readonly toggleFilter: () => void;
}
