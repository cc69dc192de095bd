import { type Completed, type Entry, type Flag, PROGRAM, spellings, type Table } from "./table.ts";

/** The completion script of bash, also for 3.2 (the version of macOS). */
export function bash({ commands, options }: Table): string {
  const every = [...commands.flatMap((command) => command.options), ...options];
  const valued = new Set(every.flatMap((flag) => (flag.value ? spellings(flag) : [])));
  const names: Completed = { kind: "words", words: commands.map(({ name }) => name) };
  const none: Entry = { name: "", text: "", options, operands: names };
  return `# bash completion for ${PROGRAM}
_vendor_profile_words() {
  local IFS=$'\\n'
  while read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$cur")
}

_vendor_profile_files() {
  # bash's own completion knows quotes, spaces and ~; 3.2 has no compopt for it
  compopt -o default 2>/dev/null && return
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$cur")
}

_vendor_profile() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command='' word i
  COMPREPLY=()
  # --option=value is split into three words
  if [[ $cur == '=' ]]; then cur=''
  elif [[ $prev == '=' ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in
      '=') i=$((i + 1)) ;;
      ${[...valued].join("|")}) [[ \${COMP_WORDS[i+1]} == '=' ]] || i=$((i + 1)) ;;
      -*) ;;
      *) command=\${COMP_WORDS[i]}; break ;;
    esac
  done
  case $command in
${[none, ...commands].map(ofCommand).join("\n")}
  esac
}

complete -F _vendor_profile ${PROGRAM}
`;
}

function ofCommand({ name, options, operands }: Entry): string {
  const values = options.flatMap((flag) => (flag.value ? [`        ${spellings(flag).join("|")}) ${reply(flag.value)} ;;`] : []));
  return `    ${name === "" ? "''" : name})
      case $prev in
${[...values, `        *) if [[ $cur == -* ]]; then ${reply(optionWords(options))}; else ${reply(operands)}; fi ;;`].join("\n")}
      esac ;;`;
}

function optionWords(options: readonly Flag[]): Completed {
  return { kind: "words", words: options.flatMap(spellings) };
}

function reply(completed: Completed): string {
  if (completed.kind === "nothing") return ":";
  if (completed.kind === "files") return "_vendor_profile_files";
  return `_vendor_profile_words $'${completed.words.map((word) => word.replace(/[\\']/g, "\\$&")).join("\\n")}'`;
}
