import { type Analysis, analyze, type Bundle } from "../../core/analysis/analyze.ts";
import { reasonOf, type Unread } from "../../host/reading.ts";
import { keysBeside } from "../../host/uri.ts";
import { editorMessages } from "../../language-service/messages/index.ts";
import { fingerprintOf } from "../hash.ts";
import type { Runtime } from "../runtime.ts";
import { isSameSet, NO_FILES } from "./analyses.ts";
import { type Cancellation, stopIfCancelled } from "./cancellation.ts";
import type { Configurations } from "./configurations.ts";
import { type ProfileFile, profileFile, unreadFile } from "./profile-file.ts";
import type { ViewOptions } from "./view-options.ts";

export interface ClosedFileContext {
  readonly bundle: Bundle;
  readonly runtime: Runtime;
  readonly configurations: Configurations;
}

/** What the result depends on besides the files. */
interface Terms {
  readonly today: string;
  readonly language: string;
  /** The id of the configuration that applies. */
  readonly configuration: string;
}

/** A profile file that is not open. It is read on demand, and again only after a change. */
export class ClosedFile {
  #isStale = true;
  #reading: Promise<void> | undefined;
  #terms: Terms | undefined;
  #fingerprint = "";
  #evidenceFiles: readonly string[] = [];
  #evidenceKeys: readonly string[] = [];
  #missingFiles = NO_FILES;
  #profile: ProfileFile | undefined;
  readonly #context: ClosedFileContext;

  constructor(context: ClosedFileContext) {
    this.#context = context;
  }

  /** The keys of the files that its evidence names. */
  get evidenceKeys(): readonly string[] {
    return this.#evidenceKeys;
  }

  /** Has the file read again when it is next asked for. */
  invalidate(): void {
    this.#isStale = true;
  }

  /** Undefined if the file is missing. Throws once the request is cancelled. */
  async profile(uri: string, options: ViewOptions, token: Cancellation): Promise<ProfileFile | undefined> {
    if (this.#reading) await this.#reading;
    if (!this.#isStale && isSameTerms(this.#terms, this.#termsFor(uri, options))) return this.#profile;
    await this.#context.runtime.settled();
    stopIfCancelled(token);
    // Concurrent callers share one reading.
    this.#reading ??= this.#read(uri, options).finally(() => {
      this.#reading = undefined;
    });
    await this.#reading;
    return this.#profile;
  }

  async #read(uri: string, options: ViewOptions): Promise<void> {
    // Reset first, so that a change during the reading makes it stale again.
    this.#isStale = false;
    const reading = await this.#context.runtime.readProfile(uri);
    const fingerprint = "text" in reading ? fingerprintOf(reading.text) : "";
    const terms = this.#termsFor(uri, options);
    const isUnchanged = fingerprint === this.#fingerprint && isSameTerms(terms, this.#terms);
    this.#fingerprint = fingerprint;
    this.#terms = terms;
    if ("text" in reading) await this.#evaluate(uri, reading.text, options, terms, isUnchanged);
    else this.#setUnread(uri, reading, options);
  }

  async #evaluate(uri: string, text: string, options: ViewOptions, terms: Terms, isUnchanged: boolean): Promise<void> {
    const { bundle, runtime, configurations } = this.#context;
    const { today, language, capabilities } = options;
    const severities = configurations.severitiesOf(uri);
    const analysisWith = (missingFiles: ReadonlySet<string>, previous?: Analysis) =>
      analyze(text, bundle, { today, missingFiles, severities }, previous);
    let analysis = isUnchanged ? undefined : analysisWith(this.#missingFiles);
    const evidenceFiles = analysis?.evidenceFiles ?? this.#evidenceFiles;
    // Set before the lookup, so that a file that comes or goes during it makes this one stale.
    this.#evidenceKeys = keysBeside(uri, evidenceFiles);
    const missingFiles = evidenceFiles.length > 0 ? await runtime.missingFiles(uri, evidenceFiles) : NO_FILES;
    if (!isSameSet(missingFiles, this.#missingFiles)) analysis = analysisWith(missingFiles, analysis);
    if (!analysis) return;
    const resultId = [this.#fingerprint, terms.today, terms.language, terms.configuration, ...missingFiles].join("|");
    this.#evidenceFiles = evidenceFiles;
    this.#missingFiles = missingFiles;
    this.#profile = profileFile({ uri, analysis, language, capabilities }, null, resultId);
  }

  #setUnread(uri: string, reading: Unread, { language }: ViewOptions): void {
    const messages = editorMessages[language].navigation.unread;
    this.#evidenceFiles = [];
    this.#evidenceKeys = [];
    this.#missingFiles = NO_FILES;
    this.#profile = reading.unread === "missing" ? undefined : unreadFile(uri, reasonOf(reading, messages));
  }

  #termsFor(uri: string, { today, language }: ViewOptions): Terms {
    return { today, language, configuration: this.#context.configurations.idOf(uri) };
  }
}

function isSameTerms(a: Terms | undefined, b: Terms | undefined): boolean {
  return a?.today === b?.today && a?.language === b?.language && a?.configuration === b?.configuration;
}
