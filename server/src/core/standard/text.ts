/** A text in Japanese and in English. */
export interface Bilingual {
  readonly ja: string;
  readonly en: string;
}

/** A cell of the standard: its original wording, and plain text in which damaged words are repaired. */
export interface Text extends Bilingual {
  readonly original: string;
  readonly corrections?: readonly Correction[];
}

export interface Correction {
  readonly from: string;
  /** Null where the right word is unknown. */
  readonly to: string | null;
  readonly reason: Bilingual;
}
