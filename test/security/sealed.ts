import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const seal = fileURLToPath(new URL("seal.cjs", import.meta.url));

/** Runs programs sealed (see seal.cjs) and reads what they logged. */
export class Seal {
  readonly #folder = mkdtempSync(join(tmpdir(), "vendor-profile-seal-"));
  readonly #log = join(this.#folder, "log");
  /** The environment variables that seal a program. */
  readonly env: NodeJS.ProcessEnv;

  /** @param open the types of resources to allow, such as the editor's channel */
  constructor(...open: string[]) {
    this.env = { NODE_OPTIONS: `--require ${JSON.stringify(seal)}`, SEAL_LOG: this.#log, SEAL_OPEN: open.join(",") };
  }

  /** The attempts to leave the process, in order. */
  get out(): string[] {
    return this.#logged("out");
  }

  /** The opened files. */
  get opened(): string[] {
    return this.#logged("opened");
  }

  /** The keys that were added to the prototypes of all objects. */
  get polluted(): string[] {
    return this.#logged("polluted");
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #logged(kind: string): string[] {
    // Without the file, the program did not run sealed.
    if (!existsSync(this.#log)) throw new Error("nothing was sealed");
    const lines = readFileSync(this.#log, "utf8").trimEnd().split("\n").filter(Boolean);
    return lines
      .map((line): { kind: string; what: string } => JSON.parse(line))
      .flatMap((entry) => (entry.kind === kind ? entry.what : []));
  }
}
