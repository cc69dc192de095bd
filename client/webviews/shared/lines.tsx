import type { Line } from "../../../protocol/requests.ts";
import { Long } from "./long.tsx";

interface Props {
  readonly lines: readonly (string | Line)[];
  /** Opens what is behind a line. */
  readonly open?: (href: string) => void;
}

/** Lines of text, some perhaps with something behind them. */
export function Lines({ lines, open }: Props) {
  if (lines.length === 0) return null;
  return (
    <div class="lines">
      {lines.map((line, index) => {
        const { text, href } = typeof line === "string" ? { text: line, href: null } : line;
        return (
          // lines have nothing but their order to be told apart by
          <div class="line" key={index}>
            {href !== null && open ? (
              <button type="button" class="link" title={href.slice(0, 300)} onClick={() => open(href)}>
                <Long text={text} />
              </button>
            ) : (
              <Long text={text} />
            )}
          </div>
        );
      })}
    </div>
  );
}
