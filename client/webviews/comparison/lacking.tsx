import type { ComparisonView } from "../../../protocol/requests.ts";

interface Props {
  readonly lacking: ComparisonView["lacking"];
  readonly title: string;
}

/** What each service lacks, by class. */
export function Lacking({ lacking, title }: Props) {
  if (lacking.length === 0) return null;
  return (
    <section class="lacking">
      <h2>{title}</h2>
      {lacking.map(({ name, classes }) => (
        <article key={name}>
          <h3>{name}</h3>
          {classes.map(({ verdict, lines }) => (
            <section key={verdict.text}>
              <p class={`verdict ${verdict.tone ?? ""}`}>{verdict.text}</p>
              <ul>
                {lines.map(({ text, tone }) => (
                  <li key={text} class={tone ?? ""}>
                    <bdi>{text}</bdi>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </article>
      ))}
    </section>
  );
}
