import type { Line } from "../../../protocol/requests.ts";
import { Long } from "./long.tsx";

interface Props {
  readonly lines: readonly (string | Line)[];
  /** Opens a line's link. */
  readonly open?: (href: string) => void;
}

/** Lines of text, some of them links. */
export function Lines({ lines, open }: Props) {
  if (lines.length === 0) return null;
  return (
    <div class="lines">
      {lines.map((line, index) => {
        const { text, href } = typeof line === "string" ? { text: line, href: null } : line;
        return (
          // lines have no identity but their order
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
