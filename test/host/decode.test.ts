/** Tests how a file's bytes are decoded: as UTF-8, or with the reason why they are not UTF-8 text. */
import { strict as assert } from "node:assert";
import { decode } from "../../server/src/host/decode.ts";

describe("bytes", () => {
  const CASES: readonly (readonly [name: string, bytes: readonly number[], reading: ReturnType<typeof decode>])[] = [
    ["nothing", [], { text: "" }],
    ["UTF-8", [0xe6, 0x97, 0xa5], { text: "日" }],
    ["UTF-8 with a byte-order mark", [0xef, 0xbb, 0xbf, 0x61], { text: "a" }],
    ["Shift_JIS", [0x93, 0xfa, 0x96, 0x7b, 0x83, 0x41], { unread: "encoding", encoding: "Shift_JIS" }],
    ["EUC-JP", [0xc6, 0xfc, 0xcb, 0xdc], { unread: "encoding", encoding: "EUC-JP" }],
    ["UTF-16, little-endian", [0xff, 0xfe, 0x61, 0], { unread: "encoding", encoding: "UTF-16" }],
    ["UTF-16, big-endian", [0xfe, 0xff, 0, 0x61], { unread: "encoding", encoding: "UTF-16" }],
    [
      "UTF-16 without a byte-order mark, little-endian",
      [...Buffer.from("name: 日本\u3000\n", "utf16le")],
      { unread: "encoding", encoding: "UTF-16" },
    ],
    [
      "UTF-16 without a byte-order mark, big-endian",
      [...Buffer.from("name: 日本\n", "utf16le").swap16()],
      { unread: "encoding", encoding: "UTF-16" },
    ],
    ["half-width kana", [0x6e, 0x3a, 0x20, 0xb1, 0xb5, 0xca], { unread: "encoding", encoding: "Shift_JIS" }],
    ["one character between ASCII", [0x61, 0x20, 0x8d, 0x62, 0x0a], { unread: "encoding", encoding: "Shift_JIS" }],
    // The bytes of each are also valid Japanese.
    ["Latin-1, é before a letter", [...Buffer.from("name: générale\n", "latin1")], { unread: "encoding", encoding: null }],
    ["Latin-1, capitals", [...Buffer.from("name: Ärzte\n", "latin1")], { unread: "encoding", encoding: null }],
    ["Latin-1, ö", [...Buffer.from("a: Köln\n", "latin1")], { unread: "encoding", encoding: null }],
    ["invalid in every encoding", [0x61, 0xff, 0xff, 0x0a], { unread: "encoding", encoding: null }],
    ["binary", [0x50, 0x4b, 0, 3], { unread: "binary" }],
  ];
  for (const [name, bytes, reading] of CASES) {
    it(name, () => assert.deepEqual(decode(Uint8Array.from(bytes)), reading));
  }
});
