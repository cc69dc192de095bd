import type { LanguageId } from "../core/messages/language.ts";

/** What the command line says beside the findings. */
export interface Prose {
  readonly usage: string;
  readonly badOption: (option: string) => string;
  readonly noValue: (option: string) => string;
  readonly needlessValue: (option: string) => string;
  readonly badValue: (option: string, value: string, allowed: string) => string;
  readonly badCommand: (command: string) => string;
  readonly notTogether: (option: string, other: string) => string;
  readonly fixStandardInput: string;
  readonly seeHelp: string;
  readonly nothingFound: (paths: readonly string[]) => string;
  readonly notFound: string;
  readonly unreadable: (code: string) => string;
  readonly notUtf8: (encoding: string | null) => string;
  readonly binary: string;
  readonly tooLarge: (mebibytes: number) => string;
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

const ja: Prose = {
  usage: `使い方: vendor-profile check [パス…] [オプション]

ベンダープロファイルを、クラウドサービス利用基準により判定する。

パス       ファイル、フォルダー（*.vendor.yaml などを探す）、グロブ、- （標準入力）。
           省けば現在のフォルダー。
オプション
  -f, --format pretty|json   出力の形式（既定: pretty）
  -c, --class S|I|II|III     プロファイルに書かれた分類の代わりに、この分類で判定する
      --as-of YYYY-MM-DD     この日の時点で判定する（既定: 今日）
      --lang ja|en           表示の言語（既定: 環境変数 LC_ALL、LC_MESSAGES、LANG）
      --fix                  直し方が一つに決まる誤りを直してファイルに書き戻し、直した後を判定する。
                             標準入力には使えない
      --fix-dry-run          書き戻さず、--fix による変更を差分（git apply や patch -p1 で使える）で
                             出力する。終了コードは --fix と同じ。--format json とは使えない
  -h, --help                 この説明
  -V, --version              版
終了コード
  0  すべて適合か対象外
  1  不適合、未確定、書式エラーのいずれかがある
  2  使い方の誤り、プロファイルがない、読めない入力や書き込めないファイルがある
  3  内部の不具合
`,
  badOption: (option) => `オプション ${option} はない。`,
  noValue: (option) => `${option} の後に値がない。`,
  needlessValue: (option) => `${option} は値を取らない。`,
  badValue: (option, value, allowed) => `${option} に「${value}」は使えない。使える値: ${allowed}`,
  badCommand: (command) => `コマンド「${command}」はない。使えるコマンド: check`,
  notTogether: (option, other) => `${option} と ${other} は一緒に使えない。`,
  fixStandardInput: "標準入力は書き換えられない。--fix の代わりに --fix-dry-run を使う。",
  seeHelp: "使い方は vendor-profile --help",
  nothingFound: (paths) =>
    `プロファイルが見つからない: ${paths.join("、")}（*.vendor.yaml、*.vendor.yml、vendor-profile.yaml、vendor-profile.yml を探した）`,
  notFound: "ファイルがない",
  unreadable: (code) => `読めない（${code}）`,
  notUtf8: (encoding) => `UTF-8ではない${encoding === null ? "" : `（${encoding} と思われる）`}。UTF-8で保存し直す`,
  binary: "テキストではない",
  tooLarge: (mebibytes) => `大きすぎる（${mebibytes} MiBまで）`,
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
  changedMeanwhile: "読んだ後に変更されたので書き込まない",
};

const en: Prose = {
  usage: `Usage: vendor-profile check [PATH…] [options]

Judges vendor profiles by the city's standard for the use of cloud services.

PATH       files, folders (searched for *.vendor.yaml and the like), globs, - (standard input).
           The current folder when left out.
Options
  -f, --format pretty|json   how to print (default: pretty)
  -c, --class S|I|II|III     judge as this class instead of the one each profile states
      --as-of YYYY-MM-DD     judge as of this day (default: today)
      --lang ja|en           the language (default: LC_ALL, LC_MESSAGES, LANG)
      --fix                  fix what can be fixed in one way only, write the files back, and judge
                             them as fixed; not for standard input
      --fix-dry-run          write nothing, and print what --fix would change as a diff for git apply
                             or patch -p1; exits as --fix would; not with --format json
  -h, --help                 this text
  -V, --version              the version
Exit status
  0  every profile conforms or is not applicable
  1  some profile does not conform, is undetermined or is invalid
  2  wrong usage, no profile found, an input that cannot be read, or a file that cannot be written
  3  an internal fault
`,
  badOption: (option) => `There is no option ${option}.`,
  noValue: (option) => `${option} needs a value.`,
  needlessValue: (option) => `${option} takes no value.`,
  badValue: (option, value, allowed) => `${option} cannot be “${value}”. It may be: ${allowed}`,
  badCommand: (command) => `There is no command “${command}”. The command is: check`,
  notTogether: (option, other) => `${option} and ${other} do not go together.`,
  fixStandardInput: "Standard input cannot be written back. Use --fix-dry-run instead of --fix.",
  seeHelp: "See vendor-profile --help",
  nothingFound: (paths) =>
    `No profile found: ${paths.join(", ")} (looked for *.vendor.yaml, *.vendor.yml, vendor-profile.yaml, vendor-profile.yml)`,
  notFound: "no such file",
  unreadable: (code) => `cannot be read (${code})`,
  notUtf8: (encoding) => `not UTF-8${encoding === null ? "" : ` (it seems to be ${encoding})`}; save it as UTF-8`,
  binary: "not a text file",
  tooLarge: (mebibytes) => `too large (at most ${mebibytes} MiB)`,
  fault: (message) => `internal fault: ${message}`,
  progress: (done, all) => `judged ${done} of ${all}`,
  profiles: (count) => `${count} ${count === 1 ? "profile" : "profiles"}`,
  unreadableFiles: (count) => `${count} ${count === 1 ? "input" : "inputs"} unreadable`,
  asOf: (day) => `as of ${day}`,
  clean: "no findings",
  fixed: (fixes, files) => (fixes === 0 ? "nothing to fix automatically" : `made ${fixesIn(fixes, files)}`),
  fixable: (fixes, files) => (fixes === 0 ? "nothing to fix automatically" : `would make ${fixesIn(fixes, files)}`),
  unwritable: (code) => `cannot be written (${code}); the file is as it was`,
  noRegularFile: "not a regular file, so not written",
  changedMeanwhile: "changed after it was read, so not written",
};

function fixesIn(fixes: number, files: number): string {
  return `${fixes} ${fixes === 1 ? "fix" : "fixes"} in ${files} ${files === 1 ? "file" : "files"}`;
}

/** What the command line says, by language. */
export const prose: Readonly<Record<LanguageId, Prose>> = { ja, en };
