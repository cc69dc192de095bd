#!/usr/bin/env node
// Makes code.ts executable: @vscode/test-electron starts this file as `code`.
import { register } from "tsx/esm/api";

register();
await import("./code.ts");
