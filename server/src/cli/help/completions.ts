import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

const BASH = `  # ~/.bashrc
  eval "$(vendor-profile completions bash)"`;
const ZSH = `  # ~/.zshrc
  autoload -Uz compinit && compinit
  eval "$(vendor-profile completions zsh)"`;
const FISH = `  vendor-profile completions fish \\
    > ~/.config/fish/completions/vendor-profile.fish`;
const POWERSHELL = `  # $PROFILE
  [Console]::OutputEncoding = [Text.Encoding]::UTF8
  vendor-profile completions powershell | Out-String | Invoke-Expression`;

/** The help of `completions`. */
export const completionsHelp: Readonly<Record<LanguageId, CommandHelp<never>>> = {
  ja: {
    summary: "シェルの補完を設定するスクリプトを出力する",
    operands: "bash|zsh|fish|powershell",
    description: [
      "コマンド、オプション、その値、ファイルをTabキーで補えるようにする。説明は、出力したときの言語になる。",
      "スクリプトは出力した版のものである。版を上げたら、fishでは出力し直す。ほかのシェルでは、次に開いたときから新しくなる。",
    ],
    options: {},
    sections: [
      ["bash", BASH],
      ["zsh", ZSH],
      ["fish", FISH],
      ["PowerShell", POWERSHELL],
    ],
    exit: [
      ["0", "出力した"],
      ["2", "使い方の誤り"],
      ["3", "内部の不具合"],
    ],
    examples: [["source <(vendor-profile completions bash)", "今開いているbashで使う"]],
  },
  en: {
    summary: "print a completion script for a shell",
    operands: "bash|zsh|fish|powershell",
    description: [
      "With the script, the Tab key completes commands, options, their values and files. Descriptions are in the language used to print it.",
      "The script belongs to the version that prints it. After an update, print it again for fish; other shells load the new one when they next start.",
    ],
    options: {},
    sections: [
      ["bash", BASH],
      ["zsh", ZSH],
      ["fish", FISH],
      ["PowerShell", POWERSHELL],
    ],
    exit: [
      ["0", "the script was printed"],
      ["2", "wrong usage"],
      ["3", "internal error"],
    ],
    examples: [["source <(vendor-profile completions bash)", "for the current bash session"]],
  },
};
