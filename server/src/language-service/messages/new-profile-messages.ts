/** What the comments of a new profile say beside titles and descriptions. */
export interface NewProfileMessages {
  /** The first line. */
  readonly heading: (classification: string) => string;
  /** How to fill it in, for who has never seen YAML. */
  readonly guide: readonly string[];
  /** Of a class of which the standard asks nothing. */
  readonly notAsked: string;
  readonly section: (title: string) => string;
  /** Requirements of which one is enough. */
  readonly oneOf: (rows: readonly string[]) => string;
  /** A requirement and how binding it is. */
  readonly row: (row: string, obligation: string) => string;
  /** What a fact is called, the requirements that it decides, what it means. */
  readonly fact: (title: string, rows: readonly string[], description: string) => string;
  /** Before values, those first that need no explaining. */
  readonly values: (plain: readonly string[]) => string;
  readonly boolean: string;
  readonly text: string;
  readonly integer: string;
  readonly date: string;
  /** Values that are not told one by one. */
  readonly valuesOf: (list: string, examples: readonly string[]) => string;
  /** An example of a value with its title. */
  readonly value: (value: string, title: string) => string;
  /** What a value means: its title and a sentence, either of which may be empty. */
  readonly meaning: (title: string, sentence: string) => string;
  /** Several values behind one key. */
  readonly several: (example: string | undefined) => string;
  /** Before a list whose items have keys. */
  readonly items: string;
  /** Before such a list that has no item yet. */
  readonly noItems: string;
  /** Before keys that matter in some cases only. */
  readonly ifItApplies: string;
  /** Before facts that only the alternatives of a requirement use. */
  readonly forAlternatives: (first: string, rows: readonly string[]) => string;
  /** Before what nothing is judged by. */
  readonly notJudged: string;
}
