import { type Completed, type Flag, PROGRAM, spellings, type Table } from "./table.ts";

const IS = "__vendor_profile_is";

/** The completion script of fish 3 and newer. */
export function fish({ commands, options }: Table): string {
  const every = [...commands.flatMap((command) => command.options), ...options];
  const valued = new Set(every.flatMap((flag) => (flag.value ? spellings(flag) : [])));
  const none = `${IS} ''`;
  const lines = [
    `# fish completion for ${PROGRAM}`,
    `function ${IS} -d 'whether this is the command, or none where it is empty'
    set -l words (commandline -opc)
    set -l command ''
    set -l isValue no
    for word in $words[2..-1]
        if test $isValue = yes
            set isValue no
            continue
        end
        switch $word
            case ${[...valued].join(" ")}
                set isValue yes
            case '-*'
            case '*'
                set command $word
                break
        end
    end
    test "$command" = "$argv[1]"
end`,
    `complete -c ${PROGRAM} -f`,
    ...commands.map(({ name, text }) => line(none, `-a ${name}`, text)),
    ...options.map((flag) => ofFlag(none, flag)),
    ...commands.flatMap(({ name, options, operands }) => {
      const own = `${IS} ${name}`;
      return [...options.map((flag) => ofFlag(own, flag)), ...ofOperands(own, operands)];
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function ofFlag(condition: string, { name, short, text, value }: Flag): string {
  return line(condition, [...(short === undefined ? [] : [`-s ${short}`]), `-l ${name}`, ...taking(value)].join(" "), text);
}

function taking(value: Completed | undefined): string[] {
  if (!value) return [];
  if (value.kind === "words") return [`-x -a ${quoted(value.words.join(" "))}`];
  return [value.kind === "files" ? "-r -F" : "-x"];
}

function ofOperands(condition: string, operands: Completed): string[] {
  if (operands.kind === "nothing") return [];
  return [line(condition, operands.kind === "files" ? "-F" : `-a ${quoted(operands.words.join(" "))}`, "")];
}

function line(condition: string, what: string, text: string): string {
  return `complete -c ${PROGRAM} -n ${quoted(condition)} ${what}${text === "" ? "" : ` -d ${quoted(text)}`}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, "\\$&")}'`;
}
