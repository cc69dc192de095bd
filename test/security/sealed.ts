import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const seal = fileURLToPath(new URL("seal.cjs", import.meta.url));

/** What a program does that other processes could see. */
export class Seal {
  readonly #folder = mkdtempSync(join(tmpdir(), "vendor-profile-seal-"));
  readonly #log = join(this.#folder, "log");
  /** The environment in which a program is sealed. */
  readonly env: NodeJS.ProcessEnv;

  /** @param open what is not held back, as the editor's channel is not */
  constructor(...open: string[]) {
    this.env = { NODE_OPTIONS: `--require ${JSON.stringify(seal)}`, SEAL_LOG: this.#log, SEAL_OPEN: open.join(",") };
  }

  /** The ways out that were tried, in order. */
  get out(): string[] {
    return this.#noted("out");
  }

  /** The files that were opened. */
  get opened(): string[] {
    return this.#noted("opened");
  }

  /** What all objects have at the end that they had not at the start. */
  get polluted(): string[] {
    return this.#noted("polluted");
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #noted(kind: string): string[] {
    // without the file, the program was not sealed
    if (!existsSync(this.#log)) throw new Error("nothing was sealed");
    const notes = readFileSync(this.#log, "utf8").trimEnd().split("\n").filter(Boolean);
    return notes
      .map((line): { kind: string; what: string } => JSON.parse(line))
      .flatMap((note) => (note.kind === kind ? note.what : []));
  }
}
