import type { NavigationMessages } from "../types.ts";

export const navigation: NavigationMessages = {
  structure: {
    profile: (number) => `${number}件目のプロファイル`,
    numbered: (title, number) => `${title}（${number}件目）`,
    item: "項目",
    nameless: "（空のキー）",
    page: "ウェブページを開く",
    file: "根拠のファイルを開く",
  },
  rename: {
    nothing: "名前を変えられるのは、アンカー（&名前）と別名（*名前）だけ。",
    invalid: (name) => `「${name}」は名前に使えない。1文字以上とし、空白と , [ ] { } を含めず、「:」で終えない。`,
    taken: (name) => `「${name}」は別のアンカーの名前である。ほかの名前にする。`,
  },
  unread: {
    tooLarge: (mebibytes) => `大きすぎるため、判定していない。${mebibytes} MiBまでにする。`,
    binary: "文字だけのファイルではないため、判定していない。",
    encoding: (encoding) =>
      encoding === null
        ? "UTF-8ではないため、判定していない。UTF-8で保存し直す。"
        : `UTF-8ではない（${encoding}と思われる）ため、判定していない。${encoding}として開き、UTF-8で保存し直す（VS Codeでは「エンコード付きで再度開く」、次に「エンコード付きで保存」）。`,
    encodingMismatch: (encoding) =>
      `UTF-8ではない${encoding === null ? "" : `（${encoding}と思われる）`}ファイルを別の文字コードで開いている。このまま保存すると文字が失われる。保存せずに、${encoding ?? "正しい文字コード"}で開き直す（VS Codeでは「エンコード付きで再度開く」）。`,
    folder: (code) => `フォルダーを開けないため、中にあるものを判定していない（${code}）。`,
    gitignore: (code) =>
      code === undefined
        ? "大きすぎるため、除外に使っていない。上のフォルダーのものと合わせて、5万字、2,000行、? と [ ] が1,000個までにする。"
        : `読み取れないため、除外に使っていない（${code}）。`,
    unreadable: (code) => `読み取れないため、判定していない（${code}）。`,
  },
};
