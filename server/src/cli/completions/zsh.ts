import type { CompletionsMessages } from "../messages/completions.ts";
import { type Completed, type Entry, type Flag, PROGRAM, spellings, type Table } from "./table.ts";

/** The completion script of zsh, to source or to put on the fpath as _vendor-profile. */
export function zsh({ commands, options }: Table, messages: CompletionsMessages): string {
  const name = `_${PROGRAM}`;
  const described = commands.map((command) => `    ${quoted(`${command.name}:${command.text}`)}`);
  return `#compdef ${PROGRAM}

${name}() {
  local context state state_descr line
  local -A opt_args
  local -a commands
  commands=(
${described.join("\n")}
  )
  _arguments -C \\
${[...options.map((flag) => argument(flag, messages)), "    '1: :->command' \\", "    '*:: :->rest'"].join("\n")}
  case $state in
    command) _describe -t commands ${quoted(messages.command)} commands ;;
    rest)
      case $line[1] in
${commands.map((command) => ofCommand(command, messages)).join("\n")}
      esac ;;
  esac
}

if [[ $funcstack[1] == ${name} ]]; then
  ${name} "$@"
else
  compdef ${name} ${PROGRAM}
fi
`;
}

function ofCommand({ name, options, operands }: Entry, messages: CompletionsMessages): string {
  const rest = operands.kind === "nothing" ? [] : [`            ${quoted(`*:${action(operands, messages)}`)} \\`];
  const lines = [...options.map((flag) => `        ${argument(flag, messages)}`), ...rest];
  return `        ${name})
          _arguments \\
${lines.join("\n")}
            && return ;;`;
}

function argument(flag: Flag, messages: CompletionsMessages): string {
  const { short, name, isMultiple, value } = flag;
  const text = `[${flag.text.replace(/[\\[\]:]/g, "\\$&")}]${value ? `:${action(value, messages)}` : ""}`;
  // "=" and "+" allow the value in the same word
  const long = value ? `--${name}=` : `--${name}`;
  const lead = isMultiple ? "*" : `(${spellings(flag).join(" ")})`;
  if (short === undefined) return `    ${quoted(`${isMultiple ? lead : ""}${long}${text}`)} \\`;
  return `    ${quoted(lead)}{${value ? `-${short}+` : `-${short}`},${long}}${quoted(text)} \\`;
}

function action(completed: Completed, messages: CompletionsMessages): string {
  if (completed.kind === "files") return `${messages.file}:_files`;
  return completed.kind === "words" ? `${messages.value}:(${completed.words.map(escaped).join(" ")})` : `${messages.value}: `;
}

/** A word escaped for a list of words. */
function escaped(word: string): string {
  return word.replace(/[\\\s:()'"]/g, "\\$&");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
