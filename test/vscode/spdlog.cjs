// Replaces @vscode/spdlog's native module: appends to the file, without rotation.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warn", "error", "critical"];

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = levels.indexOf("info");
    mkdirSync(dirname(file), { recursive: true });
    appendFileSync(file, "");
  }
  log(level, message) {
    if (!this.file || level < this.level) return;
    const line = this.raw ? message : `${new Date().toISOString()} [${levels[level]}] ${message}\n`;
    appendFileSync(this.file, line);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  clearFormatters() {
    this.raw = true;
  }
  drop() {
    this.file = undefined;
  }
  setPattern() {}
  flush() {}
}
levels.forEach((name, level) => {
  Logger.prototype[name] = function (message) {
    this.log(level, message);
  };
});

// Separate assignments, because the server imports by name and Node detects only these as named exports of CommonJS.
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = async (name, file) => new Logger("rotating", name, file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
