import { readFileSync, writeFileSync } from "node:fs";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { type Conditions, readResults } from "./results.ts";
import { markdown } from "./table.ts";

/** The pages that show the results, by language. */
export const performancePages: Readonly<Record<LanguageId, string>> = {
  ja: "docs/performance.ja.md",
  en: "docs/performance.md",
};

/** The page with the figures of results.json between its marks: `<!-- bench: PART -->` and `<!-- /bench -->`. */
export function performancePage(language: LanguageId): string {
  const page = readFileSync(new URL(`../../${performancePages[language]}`, import.meta.url), "utf8");
  const results = readResults();
  return page.replace(/(<!-- bench: (\S+) -->\n).*?(<!-- \/bench -->)/gs, (_, begin, part, end) => {
    const result = results[part];
    if (!result) throw new Error(`bench/results.json has no ${part}. Run: npm run bench -- ${part}`);
    return `${begin}${markdown(result, language)}\n\n${conditionsText(result.conditions)[language]}\n${end}`;
  });
}

/** Writes the figures of results.json into the pages of every language. */
export function writePerformancePages(): void {
  for (const language of ["ja", "en"] as const) {
    writeFileSync(new URL(`../../${performancePages[language]}`, import.meta.url), performancePage(language));
  }
}

function conditionsText({ date, node, cores, cpu, memory, system, load }: Conditions) {
  const machine = `Node ${node}, ${cores} × ${cpu}, ${memory}, ${system}`;
  return {
    en: `<sub>${date}. ${machine}. Load ${load.before} before, ${load.after} after.</sub>`,
    ja: `<sub>${date}。${machine}。負荷は測定の前が${load.before}、後が${load.after}。</sub>`,
  };
}
