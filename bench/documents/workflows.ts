import { editOf, filled, type Kind, pick, times } from "./kind.ts";

const parts = ["core", "editor", "terminal", "schema", "reports", "forms", "docs"];
const systems = ["ubuntu-latest", "windows-latest", "macos-latest"];

/** GitHub Actions workflows with many jobs. Mostly valid: one in a hundred jobs has a wrong value. */
export const workflows: Kind = {
  make: (lines, seed = 0) => filled(lines, (jobs, values) => compose(jobs, values, seed)),
  path: (index) => `.github/workflows/${index}.yml`,
  edit: (text) => editOf(text, "continue-on-error: false", "false", "flase"),
};

function compose(jobs: number, values: number, seed: number): string[] {
  return [
    "# made up, to be measured",
    `name: Checks ${seed}`,
    "on:",
    "  push:",
    "    branches: [main]",
    "  pull_request:",
    "permissions:",
    "  contents: read",
    "env:",
    `  REGISTER: register-${seed}`,
    ...times(values, (index) => `  VALUE_${index + 1}: value ${index + 1}`),
    "jobs:",
    ...times(jobs + 1, (index) => job(seed + index, index % 100 === 0)).flat(),
  ];
}

function job(id: number, isWrong: boolean): string[] {
  const part = pick(parts, id);
  return [
    `  job-${id}:`,
    `    name: Test of the ${part}`,
    `    runs-on: ${pick(systems, id)}`,
    `    timeout-minutes: ${isWrong ? "ten" : "10"}`,
    "    continue-on-error: false",
    "    strategy:",
    "      matrix:",
    "        node: [20, 22, 24]",
    "    steps:",
    "      - uses: actions/checkout@v4",
    "      - name: Install",
    "        run: npm ci",
    `      - name: Test ${part}`,
    `        if: github.ref == 'refs/heads/main' && matrix.node != 20`,
    `        run: npm test -- --part ${part}`,
    "        env:",
    `          RUN: \${{ github.run_number }}-\${{ matrix.node }}`,
  ];
}
