/** The same in Japanese and English. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** A cell of the standard: to the letter, and as plain text with its damaged words repaired. */
export interface Text extends Bilingual {
  readonly original: string;
  readonly corrections?: readonly Correction[];
}

export interface Correction {
  readonly from: string;
  /** Null where the right word is not known. */
  readonly to: string | null;
  readonly reason: Bilingual;
}
