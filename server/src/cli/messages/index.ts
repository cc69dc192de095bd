import type { UnreadMessages } from "../../host/reading.ts";
import type { LanguageId } from "../../messages/language.ts";

/** The sentences that commands share. */
export interface CliMessages {
  /** What the program does. */
  readonly about: string;
  readonly headings: Readonly<
    Record<"usage" | "description" | "options" | "exit" | "examples" | "commands" | "environment" | "files", string>
  >;
  /** The options in a usage line. */
  readonly optionsPlace: string;
  /** The command in a usage line. */
  readonly commandPlace: string;
  readonly choices: (values: readonly string[]) => string;
  readonly common: Readonly<Record<"lang" | "help" | "version", readonly [value: string, text: string]>>;
  readonly environment: readonly (readonly [name: string, text: string])[];
  readonly helpOf: string;
  readonly noCommand: string;
  readonly fewOperands: (operands: string) => string;
  readonly manyOperands: (first: string) => string;
  readonly alreadyThere: string;
  readonly isFolder: string;
  /** For an output that a link leads away. */
  readonly isLinked: (target: string) => string;
  /** For an output that is also another file, by a hard link. */
  readonly hasOtherNames: string;
  readonly outputIsInput: (path: string) => string;
  readonly needsOutput: string;
  readonly written: (path: string) => string;
  /** For a profile that a folder search does not find by its name. */
  readonly notSearched: (path: string) => string;
  readonly unwritten: (code: string) => string;
  readonly badOption: (option: string) => string;
  readonly optionIsFile: (option: string) => string;
  readonly noValue: (option: string) => string;
  readonly needlessValue: (option: string) => string;
  readonly badValue: (option: string, value: string, allowed: string) => string;
  readonly badCommand: (command: string, similar: string | undefined, commands: readonly string[]) => string;
  readonly notTogether: (option: string, other: string) => string;
  readonly fixStandardInput: string;
  readonly seeHelp: (command: string | undefined) => string;
  readonly nothingFound: (paths: readonly string[]) => string;
  /** Why an input could not be read. */
  readonly unread: Required<UnreadMessages>;
  /** Why a .gitignore is not followed. Takes the system's error code; without one, there are too many rules. */
  readonly unfollowed: (code: string | undefined) => string;
  readonly fault: (message: string) => string;
  readonly progress: (done: number, all: number) => string;
  readonly profiles: (count: number) => string;
  readonly unreadableFiles: (count: number) => string;
  readonly asOf: (day: string) => string;
  readonly clean: string;
  readonly fixed: (fixes: number, files: number) => string;
  readonly fixable: (fixes: number, files: number) => string;
  readonly unwritable: (code: string) => string;
  readonly noRegularFile: string;
  readonly changedMeanwhile: string;
}

const ja: CliMessages = {
  about: "クラウドサービスのベンダープロファイルを、クラウドサービス利用基準により判定し、報告書にする。",
  headings: {
    usage: "使い方",
    description: "説明",
    options: "オプション",
    exit: "終了コード",
    examples: "例",
    commands: "コマンド",
    environment: "環境変数",
    files: "ファイル",
  },
  optionsPlace: "[オプション]",
  commandPlace: "コマンド",
  choices: (values) => `（${values.join(" | ")}）`,
  common: {
    lang: ["言語", "表示の言語（既定: 設定ファイルの language、次に環境変数）"],
    help: ["", "説明を表示する"],
    version: ["", "版を表示する"],
  },
  environment: [
    ["LC_ALL, LC_MESSAGES, LANG", "表示の言語。en で始まれば英語、それ以外は日本語"],
    ["NO_COLOR", "色を付けない"],
  ],
  helpOf: "各コマンドの説明は vendor-profile コマンド --help",
  noCommand: "コマンドがない。例: vendor-profile check",
  fewOperands: (operands) => `${operands} がない。`,
  manyOperands: (first) => `「${first}」は余分である。`,
  alreadyThere: "既にあるので書き込まない。置き換えるには --force を付ける",
  isFolder: "フォルダーなので書き込めない。ファイルの名前を書く",
  isLinked: (target) => `リンクにより ${target} を指すので書き込まない。そこに書き込むなら、そのパスを指定する`,
  hasOtherNames: "ほかの名前も持つファイル（ハードリンク）なので書き込まない。先に消すか、別の名前にする",
  outputIsInput: (path) => `出力先「${path}」は読み込むファイルである。書き込まない。`,
  needsOutput: "この形式は端末に表示できない。-o でファイルを指定する。",
  written: (path) => `書き出した: ${path}`,
  notSearched: (path) => `「${path}」は、フォルダーを判定するときに見つからない。末尾を .vendor.yaml とすると見つかる`,
  unwritten: (code) => `書き込めない（${code}）`,
  badOption: (option) => `オプション ${option} はない。`,
  optionIsFile: (option) =>
    `ここには「${option}」というファイルもあり、どちらのことか分からない。ファイルの名前なら前に -- を書き、オプションなら別のフォルダーで実行する。`,
  noValue: (option) => `${option} の後に値がない。`,
  needlessValue: (option) => `${option} は値を取らない。`,
  badValue: (option, value, allowed) => `${option} に「${value}」は使えない。使える値: ${allowed}`,
  badCommand: (command, similar, commands) =>
    `コマンド「${command}」はない。${similar === undefined ? `使えるコマンド: ${commands.join("、")}` : `もしかして: ${similar}`}`,
  notTogether: (option, other) => `${option} と ${other} は一緒に使えない。`,
  fixStandardInput: "標準入力は書き換えられない。--fix の代わりに --fix-dry-run を使う。",
  seeHelp: (command) => `使い方は vendor-profile ${command === undefined ? "" : `${command} `}--help`,
  nothingFound: (paths) =>
    `プロファイルが見つからない: ${paths.join("、")}（*.vendor.yaml、*.vendor.yml、vendor-profile.yaml、vendor-profile.yml を探した）`,
  unread: {
    missing: "ファイルがない",
    unreadable: (code) => `読めない（${code}）`,
    encoding: (encoding) =>
      encoding === null
        ? "UTF-8ではない。UTF-8で保存し直す"
        : `UTF-8ではない（${encoding} と思われる）。${encoding} として開き、UTF-8で保存し直す`,
    binary: "テキストではない",
    tooLarge: (mebibytes) => `大きすぎる（${mebibytes} MiBまで）`,
  },
  unfollowed: (code) =>
    code === undefined
      ? "大きすぎるため、除外に使っていない（上のフォルダーのものと合わせて、5万字、2,000行、? と [ ] が1,000個まで）"
      : `読めないため、除外に使っていない（${code}）`,
  fault: (message) => `内部の不具合: ${message}`,
  progress: (done, all) => `${all}件のうち${done}件を判定`,
  profiles: (count) => `プロファイル ${count}件`,
  unreadableFiles: (count) => `読めない入力 ${count}件`,
  asOf: (day) => `${day} 時点`,
  clean: "指摘なし",
  fixed: (fixes, files) => (fixes === 0 ? "自動で直せるところはなかった" : `${files}ファイルの${fixes}か所を直した`),
  fixable: (fixes, files) => (fixes === 0 ? "自動で直せるところはない" : `${files}ファイルの${fixes}か所を直せる`),
  unwritable: (code) => `書き込めない（${code}）。ファイルは元のまま`,
  noRegularFile: "通常のファイルではないので書き込まない",
  changedMeanwhile: "その間に変更されたので書き込まない",
};

const en: CliMessages = {
  about: "Judges vendor profiles of cloud services by the city's standard, and writes reports.",
  headings: {
    usage: "Usage",
    description: "Description",
    options: "Options",
    exit: "Exit status",
    examples: "Examples",
    commands: "Commands",
    environment: "Environment",
    files: "Files",
  },
  optionsPlace: "[options]",
  commandPlace: "COMMAND",
  choices: (values) => ` (${values.join(" | ")})`,
  common: {
    lang: ["LANGUAGE", "the language (default: from the configuration, else from the environment)"],
    help: ["", "print this text"],
    version: ["", "print the version"],
  },
  environment: [
    ["LC_ALL, LC_MESSAGES, LANG", "the language: English if the value begins with en, else Japanese"],
    ["NO_COLOR", "print without colours"],
  ],
  helpOf: "Help for a command: vendor-profile COMMAND --help",
  noCommand: "No command given. For example: vendor-profile check",
  fewOperands: (operands) => `${operands} is missing.`,
  manyOperands: (first) => `Too many arguments: “${first}”.`,
  alreadyThere: "already exists, so not written; --force replaces it",
  isFolder: "is a folder, so not written; name a file",
  isLinked: (target) => `leads to ${target} by a link, so not written; to write there, name that path`,
  hasOtherNames: "is a file with other names too (hard links), so not written; remove it first, or choose another name",
  outputIsInput: (path) => `The output “${path}” is also an input. It is not written.`,
  needsOutput: "A terminal cannot show this format. Name a file with -o.",
  written: (path) => `written: ${path}`,
  notSearched: (path) => `check does not find “${path}” in a folder; it finds names that end in .vendor.yaml`,
  unwritten: (code) => `cannot be written (${code})`,
  badOption: (option) => `Unknown option ${option}.`,
  optionIsFile: (option) =>
    `There is also a file “${option}” here, so it is unclear which is meant. Put -- before the names of files; to use the option, run the command in another folder.`,
  noValue: (option) => `${option} needs a value.`,
  needlessValue: (option) => `${option} takes no value.`,
  badValue: (option, value, allowed) => `${option} cannot be “${value}”. Allowed: ${allowed}`,
  badCommand: (command, similar, commands) =>
    `Unknown command “${command}”. ${similar === undefined ? `The commands are: ${commands.join(", ")}` : `Did you mean ${similar}?`}`,
  notTogether: (option, other) => `${option} and ${other} cannot be used together.`,
  fixStandardInput: "Standard input cannot be written back. Use --fix-dry-run instead of --fix.",
  seeHelp: (command) => `See vendor-profile ${command === undefined ? "" : `${command} `}--help`,
  nothingFound: (paths) =>
    `No profile found: ${paths.join(", ")} (looked for *.vendor.yaml, *.vendor.yml, vendor-profile.yaml, vendor-profile.yml)`,
  unread: {
    missing: "no such file",
    unreadable: (code) => `cannot be read (${code})`,
    encoding: (encoding) =>
      encoding === null
        ? "not UTF-8; save it as UTF-8"
        : `not UTF-8 (it seems to be ${encoding}); open it as ${encoding} and save it as UTF-8`,
    binary: "not a text file",
    tooLarge: (mebibytes) => `too large (at most ${mebibytes} MiB)`,
  },
  unfollowed: (code) =>
    code === undefined
      ? "too large, so it excludes nothing (with those of the folders above, at most 50,000 characters, 2,000 lines, and 1,000 of ? and [ ])"
      : `cannot be read, so it excludes nothing (${code})`,
  fault: (message) => `internal error: ${message}`,
  progress: (done, all) => `judged ${done} of ${all}`,
  profiles: (count) => `${count} ${count === 1 ? "profile" : "profiles"}`,
  unreadableFiles: (count) => `${count} ${count === 1 ? "input" : "inputs"} unreadable`,
  asOf: (day) => `as of ${day}`,
  clean: "no findings",
  fixed: (fixes, files) => (fixes === 0 ? "nothing to fix automatically" : `made ${fixesIn(fixes, files)}`),
  fixable: (fixes, files) => (fixes === 0 ? "nothing to fix automatically" : `would make ${fixesIn(fixes, files)}`),
  unwritable: (code) => `cannot be written (${code}); the file is unchanged`,
  noRegularFile: "not a regular file, so not written",
  changedMeanwhile: "changed in the meantime, so not written",
};

function fixesIn(fixes: number, files: number): string {
  return `${fixes} ${fixes === 1 ? "fix" : "fixes"} in ${files} ${files === 1 ? "file" : "files"}`;
}

/** The sentences that commands share, by language. */
export const cliMessages: Readonly<Record<LanguageId, CliMessages>> = { ja, en };
