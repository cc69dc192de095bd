#!/usr/bin/env node
// Makes code.ts executable: what @vscode/test-electron starts as `code`.
import { register } from "tsx/esm/api";

register();
await import("./code.ts");
