import { type Completed, type Flag, PROGRAM, spellings, type Table } from "./table.ts";

/** The completion script of PowerShell 5.1 and newer. If it offers nothing, PowerShell completes file names. */
export function powershell({ commands, options }: Table): string {
  const names: Completed = { kind: "words", words: commands.map(({ name }) => name) };
  const entries = [{ name: "", text: "", options, operands: names }, ...commands];
  return `# PowerShell completion for ${PROGRAM}
Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $commands = [ordered]@{
${commands.map(({ name, text }) => `    ${quoted(name)} = ${quoted(text)}`).join("\n")}
  }
  $options = @{
${entries.map(({ name, options }) => `    ${quoted(name)} = @(\n${options.flatMap(rows).join("\n")}\n    )`).join("\n")}
  }
  $operands = @{
${entries.map(({ name, operands }) => `    ${quoted(name)} = ${list(operands)}`).join("\n")}
  }
  $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.ToString() })
  $command = ''
  $valued = $options.Values | ForEach-Object { $_ } | Where-Object { $_.Takes } | ForEach-Object { $_.Name }
  for ($i = 0; $i -lt $before.Count; $i++) {
    if ($valued -ccontains $before[$i]) { $i++; continue }
    if ($before[$i].StartsWith('-')) { continue }
    if ($commands.Contains($before[$i])) { $command = $before[$i] }
    break
  }
  $previous = if ($before.Count -gt 0) { $before[-1] } else { '' }
  $option = $options[$command] | Where-Object { $_.Takes -and $_.Name -ceq $previous } | Select-Object -First 1
  $offered = if ($option) {
    $option.Values | ForEach-Object { @{ Name = $_; Text = $_ } }
  } elseif ($wordToComplete.StartsWith('-')) {
    $options[$command]
  } else {
    $operands[$command] | ForEach-Object { @{ Name = $_; Text = if ($commands.Contains($_)) { $commands[$_] } else { $_ } } }
  }
  $offered | Where-Object { $_ -and $_.Name.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_.Name, $_.Name, 'ParameterValue', $_.Text)
  }
}
`;
}

function rows(flag: Flag): string[] {
  const { text, value } = flag;
  const takes = value ? `$true; Values = ${list(value)}` : "$false";
  return spellings(flag).map((name) => `      @{ Name = ${quoted(name)}; Text = ${quoted(text || name)}; Takes = ${takes} }`);
}

function list(completed: Completed): string {
  return completed.kind === "words" ? `@(${completed.words.map(quoted).join(", ")})` : "@()";
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
