import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names =
  | "format"
  | "output"
  | "class"
  | "as-of"
  | "config"
  | "fail-on"
  | "baseline"
  | "shard"
  | "threads"
  | "watch"
  | "fix"
  | "fix-dry-run";

/** The help of `check`. */
export const checkHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "ベンダープロファイルを、クラウドサービス利用基準により判定する",
    operands: "[パス…]",
    description: [
      "パスには、ファイル、フォルダー（*.vendor.yaml などを探す）、グロブ、- （標準入力）を書く。省けば現在のフォルダーの中を探す。",
    ],
    options: {
      format: ["形式", "出力の形式（既定: pretty）。いくつでも書ける。標準出力に書けるのは一つ"],
      output: [
        "ファイル",
        "直前の --format の出力先。前に --format がなければ pretty の出力先。既にあるファイルは、プロファイルでなければ置き換える。リンクはたどらない",
      ],
      class: ["分類", "プロファイルに書かれた分類の代わりに、この分類で判定する"],
      "as-of": ["日付", "この日の時点で判定する（既定: 今日）"],
      config: ["ファイル", "設定ファイル。既定は現在のフォルダーから上へ探した vendor-profile.config.yaml"],
      "fail-on": ["基準", "終了コードを1にする基準（既定: verdict）。判定と件数は変わらない"],
      baseline: [
        "ファイル",
        "以前の --format json か --format sarif の出力。そこにある指摘を省き、新しい指摘だけを示す。判定と件数は変わらない",
      ],
      shard: [
        "I/N",
        "入力をN個に分けたうちのI番目だけを判定する。分け方は、入力が同じならどの環境でも同じ。出力は join でまとめる。--watch とは使えない",
      ],
      threads: [
        "数",
        "判定に使うスレッドの数（1-64）。省けば、入力の量とコアの数から決める。いくつでも出力は同じ。標準入力、--fix、--fix-dry-run では1になる",
      ],
      watch: [
        "",
        "プロファイルや根拠の資料が変わるたびに判定し直す。Ctrl+C で終わる。標準入力、--fix、--fix-dry-run とは使えない",
      ],
      fix: ["", "直し方が一つに決まる誤りを直してファイルに書き戻し、直した後を判定する。標準入力には使えない"],
      "fix-dry-run": [
        "",
        "書き戻さず、--fix による変更を差分（git apply や patch -p1 で使える）で出力する。終了コードは --fix と同じ。pretty 以外の形式や --output とは使えない",
      ],
    },
    sections: [
      [
        "形式",
        [
          "pretty: 人が読む",
          "json: すべての結果（version 1）",
          "sarif: SARIF 2.1.0。GitHubのコードスキャンなど",
          "junit: JUnitのテスト報告。適合を妨げる指摘が失敗になる",
          "github: GitHub Actionsの注釈",
          "gitlab: GitLabのコード品質報告",
        ].join("\n"),
        "sarif、junit、github、gitlab のパスは現在のフォルダーからの相対パスになるので、CIではリポジトリの最上位で実行する。",
      ],
      [
        "終了コードの基準（--fail-on）",
        [
          "verdict: 適合でも対象外でもないプロファイルがある",
          "error、warning、information: その重大度以上の指摘がある",
          "never: 終了コードを1にしない",
        ].join("\n"),
        "--baseline があれば、新しい指摘だけで決める。verdict は、適合を妨げる新しい指摘がある場合になる。これらを指定すると、何により決めたかと、既定の終了コードを集計の下に示す（人が読む形式を標準出力に書かないときは標準エラー出力に示す）。読めない入力があれば、いずれの場合も2になる。",
      ],
    ],
    exit: [
      ["0", "すべて適合か対象外"],
      ["1", "不適合、未確定、書式エラーのいずれかがある（--fail-on、--baseline により変わる）"],
      ["2", "使い方の誤り、プロファイルがない、読めない入力や書き込めないファイルがある"],
      ["3", "内部の不具合"],
    ],
    examples: [
      ["vendor-profile check", "現在のフォルダーにあるプロファイルをすべて判定する"],
      ["vendor-profile check a.vendor.yaml --class S", "分類Sの情報を扱うとしたら、どうなるか"],
      ["vendor-profile check -f github -f sarif -o check.sarif", "GitHub Actionsの注釈を表示し、SARIFをファイルに書く"],
      ["vendor-profile check --baseline before.json", "before.json（以前の --format json の出力）より後の新しい指摘だけを示す"],
    ],
  },
  en: {
    summary: "judge vendor profiles by the city's standard for the use of cloud services",
    operands: "[PATH…]",
    description: [
      "A PATH is a file, a folder (searched for *.vendor.yaml and the like), a glob, or - (standard input). Without any, the current folder is searched.",
    ],
    options: {
      format: ["FORMAT", "output format (default: pretty); may be repeated; only one can go to standard output"],
      output: [
        "FILE",
        "output file of the preceding --format; without one, of pretty. An existing file is replaced unless it is a profile; a link is not followed",
      ],
      class: ["CLASS", "judge as this class instead of the one each profile states"],
      "as-of": ["DATE", "judge as of this day (default: today)"],
      config: ["FILE", "configuration file (default: vendor-profile.config.yaml in the current folder or above)"],
      "fail-on": ["WHAT", "what makes the exit status 1 (default: verdict); verdicts and counts do not change"],
      baseline: [
        "FILE",
        "an earlier output of --format json or --format sarif; only findings that it does not contain are shown. Verdicts and counts do not change",
      ],
      shard: [
        "I/N",
        "judge only part I of N of the inputs; every machine splits the same inputs the same way; join combines the outputs; not with --watch",
      ],
      threads: [
        "N",
        "number of threads (1-64; default: from the size of the inputs and the number of cores). The output is always the same; standard input, --fix and --fix-dry-run use one thread",
      ],
      watch: [
        "",
        "judge again whenever a profile or its evidence changes, until Ctrl+C; not with standard input, --fix or --fix-dry-run",
      ],
      fix: ["", "fix every mistake that has only one fix, write the files back, and judge the result; not for standard input"],
      "fix-dry-run": [
        "",
        "print the changes of --fix as a diff for git apply or patch -p1 instead of writing them; same exit status as --fix; only with pretty, and not with --output",
      ],
    },
    sections: [
      [
        "Formats",
        [
          "pretty: for people",
          "json: everything (version 1)",
          "sarif: SARIF 2.1.0, for GitHub's code scanning and others",
          "junit: a JUnit test report; findings that prevent conformance are failures",
          "github: annotations for GitHub Actions",
          "gitlab: a Code Quality report for GitLab",
        ].join("\n"),
        "In sarif, junit, github and gitlab, paths are relative to the current folder: in CI, run check at the root of the repository.",
      ],
      [
        "What makes the exit status 1 (--fail-on)",
        [
          "verdict: a profile neither conforms nor is not applicable",
          "error, warning, information: a finding has at least this severity",
          "never: nothing does",
        ].join("\n"),
        "With --baseline only new findings decide; verdict then means a new finding that prevents conformance. With either option, a line below the counts says what decided, and what the default exit status would be (on standard error if standard output has no format for people). An unreadable input always means 2.",
      ],
    ],
    exit: [
      ["0", "every profile conforms or is not applicable"],
      ["1", "some profile does not conform, is undetermined or is invalid (--fail-on and --baseline change this)"],
      ["2", "wrong usage, no profile found, an input that cannot be read, or a file that cannot be written"],
      ["3", "internal error"],
    ],
    examples: [
      ["vendor-profile check", "judge every profile below the current folder"],
      ["vendor-profile check a.vendor.yaml --class S", "what if the service handled class S?"],
      ["vendor-profile check -f github -f sarif -o check.sarif", "annotations for GitHub Actions, and SARIF in a file"],
      ["vendor-profile check --baseline before.json", "only what is new since before.json, an earlier output of --format json"],
    ],
  },
};
