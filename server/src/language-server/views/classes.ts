import type { ClassesAnswer } from "../../../../protocol/requests.ts";
import type { ViewContext } from "./context.ts";

/** The classes of the standard, strictest first. */
export function classesAnswer({ bundle, language }: ViewContext): ClassesAnswer {
  const id = language();
  return {
    classes: Object.entries(bundle.standard.classes).map(([value, { title, definition, examples }]) => ({
      value,
      title: title[id],
      definition: definition[id],
      examples: examples[id],
    })),
  };
}
