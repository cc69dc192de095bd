/** Tests how a store's cipher is read: recommended, known but not recommended (and why), or no cipher at all (and what was meant). */
import assert from "node:assert/strict";
import { bundled } from "../../server/src/core/analysis/bundled.ts";
import type { Payloads } from "../../server/src/core/findings/finding.ts";
import { coreMessages, messageOf } from "../../server/src/messages/render.ts";
import { lines, profile, theFinding } from "../support/profile.ts";

const withCipher = (cipher: string, mechanism = "database") =>
  profile({ "encryption.atRest.0.cipher": cipher, "encryption.atRest.0.mechanism": mechanism });

const CANDIDATE = "推奨候補暗号リスト";
const MONITORED = "運用監視暗号リスト";
const NO_LIST = "CRYPTREC暗号リスト外";
const NOT_FOR_DATA = "データの暗号ではない";

describe("ciphers", () => {
  describe("recommended", () => {
    const modes = ["CBC", "CFB", "CTR", "OFB", "XTS", "CCM", "GCM"];
    const parameters = ["", "-128", "-192", "-256", ...modes.map((mode) => `-${mode}`), ...modes.map((mode) => `-256-${mode}`)];
    for (const cipher of [...parameters.map((rest) => `AES${rest}`), "Camellia", "Camellia-192", "Camellia-128-CTR"]) {
      it(cipher, () => assert.deepEqual(lines(withCipher(cipher)), []));
    }
    for (const cipher of ["KCipher-2", "ChaCha20-Poly1305"]) it(cipher, () => assert.deepEqual(lines(withCipher(cipher)), []));
    for (const mechanism of ["application", "database", "storage", "other"]) {
      it(`AES-256-XTS by ${mechanism}`, () => assert.deepEqual(lines(withCipher("AES-256-XTS", mechanism)), []));
    }
  });

  describe("known and not recommended: the message says on which list it is", () => {
    const cases: [ciphers: string[], note: string][] = [
      [["CLEFIA", "CLEFIA-128", "CLEFIA-256-GCM", "CLEFIA-128-ECB", "CIPHERUNICORN-A", "Hierocrypt-3-128"], CANDIDATE],
      [["CIPHERUNICORN-E", "Hierocrypt-L1", "MISTY1", "MISTY1-128-CBC", "Enocoro-128v2", "MUGI", "MULTI-S01"], CANDIDATE],
      [["3-key Triple DES", "3-key Triple DES-192-CBC"], MONITORED],
      [
        [
          "DES",
          "2-key Triple DES",
          "RC4",
          "RC4-128",
          "RC2",
          "Blowfish",
          "Twofish-256-GCM",
          "IDEA",
          "ARIA",
          "SEED",
          "SM4",
          "SC2000",
        ],
        NO_LIST,
      ],
      [["ChaCha20", "ChaCha20-256", "XChaCha20-Poly1305"], NO_LIST],
      [["AES-ECB", "AES-256-ECB", "Camellia-128-ECB"], `利用モードECBは${NO_LIST}`],
      [["AES-GCM-SIV", "AES-256-GCM-SIV"], `利用モードGCM-SIVは${NO_LIST}`],
      [
        ["RSA-OAEP", "RSAES-PKCS1-v1_5", "SHA-256", "SHA-512/256", "MD5", "HMAC", "CBC-MAC", "ECDH", "ISO/IEC 9798-2"],
        NOT_FOR_DATA,
      ],
      [["none"], "暗号化しない"],
      [["other"], "どのリストにもない暗号"],
    ];
    for (const [ciphers, note] of cases) {
      for (const cipher of ciphers) {
        it(`${cipher}: ${note}`, () => {
          const text = withCipher(cipher);
          assert.deepEqual(lines(text), [`error 4.unmet ${cipher}`]);
          const { what } = messageOf(theFinding(text, "4.unmet"), bundled.standard, coreMessages.ja);
          assert.ok(what.includes(cipher) && what.includes(note), what);
        });
      }
    }
  });

  describe("no cipher: what was meant, or what may be supposed", () => {
    const cases: [cipher: string, meant: string | undefined, similar?: string][] = [
      ["AES256", "AES-256"],
      ["aes-256-gcm", "AES-256-GCM"],
      ["AES_256_GCM", "AES-256-GCM"],
      ["ＡＥＳ－２５６", "AES-256"],
      ["AES 128 cbc", "AES-128-CBC"],
      ["AES256ビット", "AES-256"],
      ["aes256gcmsiv", "AES-256-GCM-SIV"],
      ["camellia256", "Camellia-256"],
      ["3DES", undefined, "3-key Triple DES"],
      ["TripleDES", undefined, "3-key Triple DES"],
      ["3-key TDES", "3-key Triple DES"],
      ["chacha20-poly1305", "ChaCha20-Poly1305"],
      ["なし", "none"],
      ["Camelia-256", undefined],
      ["Twofihs", undefined],
      ["AES-256-EAX", undefined],
      ["AES-512", undefined],
      ["AES-257-GCM", undefined],
      ["AES-GCM-256", undefined],
      ["AES-256-GCN", undefined],
      ["AES-256-", undefined],
      ["KCipher-2-128", undefined],
      ["ChaCha20-Poly1305-256", undefined],
      ["TDE", undefined],
      ["BitLocker", undefined],
    ];
    for (const [cipher, meant, similar] of cases) {
      it(`${cipher}: ${meant ?? similar ?? "nothing"}`, () => {
        for (const quote of ["", '"', "'"]) {
          const written = quote + cipher + quote;
          const text = withCipher("AES-256-CBC").replace("AES-256-CBC", written);
          assert.deepEqual(lines(text), [`error schema.cipher ${written}`]);
          const data = theFinding(text, "schema.cipher").data as Payloads["schema.cipher"];
          assert.deepEqual([data.meant, data.similar], [meant, similar]);
        }
      });
    }
  });
});
