import type { NavigationMessages } from "../types.ts";

export const navigation: NavigationMessages = {
  structure: {
    profile: (number) => `Profile ${number}`,
    numbered: (title, number) => `${title} ${number}`,
    item: "Item",
    nameless: "(empty key)",
    page: "Open the web page",
    file: "Open the evidence file",
  },
  rename: {
    nothing: "Only anchors (&name) and aliases (*name) can be renamed.",
    invalid: (name) =>
      `“${name}” is not a valid name. Use at least one character, no spaces, none of , [ ] { }, and no “:” at the end.`,
    taken: (name) => `Another anchor already has the name “${name}”. Choose a different one.`,
  },
  unread: {
    tooLarge: (mebibytes) => `Too large, so not judged. Make it ${mebibytes} MiB or smaller.`,
    binary: "Not a text file, so not judged.",
    encoding: (encoding) =>
      encoding === null
        ? "Not in UTF-8, so not judged. Save it as UTF-8."
        : `Not in UTF-8 (it seems to be ${encoding}), so not judged. Open it as ${encoding} and save it as UTF-8 (in VS Code: “Reopen with Encoding”, then “Save with Encoding”).`,
    encodingMismatch: (encoding) =>
      `This file is not in UTF-8${encoding === null ? "" : ` (it seems to be ${encoding})`}, and was opened in another encoding. Saving it now would lose characters. Do not save it; reopen it as ${encoding ?? "what it is"} (in VS Code: “Reopen with Encoding”).`,
    folder: (code) => `This folder cannot be opened, so its files are not judged (${code}).`,
    gitignore: (code) =>
      code === undefined
        ? "Too large, so it excludes nothing. Together with those of the folders above, make it at most 50,000 characters, 2,000 lines, and 1,000 of ? and [ ]."
        : `It cannot be read (${code}), so it excludes nothing.`,
    unreadable: (code) => `It cannot be read (${code}), so it is not judged.`,
  },
};
