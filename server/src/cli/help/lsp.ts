import type { LanguageId } from "../../messages/language.ts";
import type { CommandHelp } from "../command.ts";

type Names = "stdio" | "node-ipc" | "pipe" | "socket" | "clientProcessId";

const NEOVIM = `  vim.filetype.add({
    pattern = { [".*%.vendor%.ya?ml"] = "yaml.vendor-profile" },
    filename = {
      ["vendor-profile.yaml"] = "yaml.vendor-profile",
      ["vendor-profile.yml"] = "yaml.vendor-profile",
    },
  })
  vim.lsp.config("vendor_profile", {
    cmd = { "vendor-profile", "lsp", "--stdio" },
    filetypes = { "yaml.vendor-profile" },
    root_markers = { ".git" },
  })
  vim.lsp.enable("vendor_profile")`;

const HELIX = `  [language-server.vendor-profile]
  command = "vendor-profile"
  args = ["lsp", "--stdio"]

  [[language]]
  name = "vendor-profile"
  scope = "source.yaml.vendor-profile"
  grammar = "yaml"
  file-types = [
    { glob = "*.vendor.{yaml,yml}" },
    { glob = "vendor-profile.{yaml,yml}" },
  ]
  comment-token = "#"
  indent = { tab-width = 2, unit = "  " }
  language-servers = ["vendor-profile"]`;

const EMACS = `  (require 'yaml-mode)
  (define-derived-mode vendor-profile-mode yaml-mode "Vendor Profile")
  (add-to-list 'auto-mode-alist
               '("\\\\(\\\\.vendor\\\\|/vendor-profile\\\\)\\\\.ya?ml\\\\'"
                 . vendor-profile-mode))
  (with-eval-after-load 'eglot
    (add-to-list 'eglot-server-programs
                 '(vendor-profile-mode
                   . ("vendor-profile" "lsp" "--stdio"))))
  (add-hook 'vendor-profile-mode-hook #'eglot-ensure)`;

/** The help of `lsp`. */
export const lspHelp: Readonly<Record<LanguageId, CommandHelp<Names>>> = {
  ja: {
    summary: "エディターのための言語サーバーを動かす",
    operands: "",
    description: [
      "Language Server Protocol（LSP）を話すエディターから起動する。書いている間に、指摘、補完、説明、クイックフィックスなどを示す。VS Codeでは、拡張機能がこれを行うので要らない。",
      "通信の方法を必ず一つ指定する。ふつうは --stdio である。",
      "初期化オプション（initializationOptions）の language（ja か en）で表示の言語を、asOf（年-月-日）で判定の日を指定できる。language がなければ設定ファイルの language により、それもなければエディターとシステムの言語による。--lang は、起動する前の表示にだけ効く。",
      "VS Code、Neovim、Helix、Emacs、IntelliJ、Kateが対応を伝える機能で試験している。補完で入る行をどう字下げするかを伝えないエディターでは、補完の後のカーソルは最後の行に来る。",
    ],
    options: {
      stdio: ["", "標準入出力で通信する"],
      "node-ipc": ["", "Node.jsのプロセス間通信を使う"],
      pipe: ["名前", "この名前付きパイプ（ソケットファイル）につなぐ"],
      socket: ["番号", "この番号のポートにつなぐ"],
      clientProcessId: ["番号", "この番号のプロセスがなくなれば終わる"],
    },
    sections: [
      ["Neovim（init.lua、0.11以降）", NEOVIM],
      ["Helix（languages.toml）", HELIX],
      ["Emacs（eglotとyaml-mode）", EMACS],
    ],
    exit: [
      ["0", "求められて終わった（shutdownの後のexit）"],
      ["1", "shutdownなしに終わった、つながらない、通信が切れた"],
      ["2", "使い方の誤り"],
      ["3", "内部の不具合"],
    ],
    examples: [["vendor-profile lsp --stdio", "エディターに設定するコマンド"]],
  },
  en: {
    summary: "run the language server, for editors",
    operands: "",
    description: [
      "An editor that speaks the Language Server Protocol (LSP) starts it, and shows findings, completion, hovers, quick fixes and more while you write. VS Code does not need it: the extension does the same.",
      "Give exactly one transport, usually --stdio.",
      "In its initializationOptions the editor can set language (ja or en) and asOf, the date to judge by (year-month-day). Without language, the server uses the language of the configuration, else of the editor and the system. --lang only affects messages before the server starts.",
      "It is tested with what VS Code, Neovim, Helix, Emacs, IntelliJ and Kate announce. In an editor that does not announce how it indents the lines of a completion, the cursor is on the last of them afterwards.",
    ],
    options: {
      stdio: ["", "communicate over standard input and output"],
      "node-ipc": ["", "communicate over the inter-process channel of Node.js"],
      pipe: ["NAME", "connect to this named pipe (a socket file)"],
      socket: ["PORT", "connect to this port"],
      clientProcessId: ["NUMBER", "exit when the process with this id is gone"],
    },
    sections: [
      ["Neovim (init.lua, 0.11 or newer)", NEOVIM],
      ["Helix (languages.toml)", HELIX],
      ["Emacs (eglot and yaml-mode)", EMACS],
    ],
    exit: [
      ["0", "ended on request (exit after shutdown)"],
      ["1", "ended without shutdown, or the connection failed or was lost"],
      ["2", "wrong usage"],
      ["3", "internal error"],
    ],
    examples: [["vendor-profile lsp --stdio", "the command to configure in an editor"]],
  },
};
