import type { NavigationWords } from "../language.ts";

export const navigation: NavigationWords = {
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
      `“${name}” cannot be a name: write at least one character, none of them a space or , [ ] { }, and no “:” at the end.`,
    taken: (name) => `“${name}” is the name of another anchor: choose another.`,
  },
  unread: {
    tooLarge: (mebibytes) => `Not judged, being too large: make it ${mebibytes} MiB or smaller.`,
    binary: "Not judged, for it is not a text file.",
    encoding: (encoding) => `Not judged, for it is ${encoding === null ? "not in UTF-8" : `in ${encoding}`}: save it as UTF-8.`,
    unreadable: (code) => `Not judged, for it cannot be read (${code}).`,
  },
};
