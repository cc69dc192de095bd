/** Tests which pages and files become links: web pages, and files inside the workspace. */
import assert from "node:assert/strict";
import { documentLinks } from "../../server/src/language-service/links.ts";
import type { LanguageId } from "../../server/src/messages/language.ts";
import { viewOf } from "../support/view.ts";

const URI = "file:///register/profiles/aoba.vendor.yaml";

function links(text: string, roots: readonly string[] = [], uri = URI) {
  const view = viewOf(text, { uri });
  const { lines } = view.analysis.source;
  return documentLinks(view, roots).map(({ range, target }) => [
    view.analysis.source.text.slice(lines.offset(range.start), lines.offset(range.end)),
    target,
  ]);
}

const evidence = (entry: string) => `assessment:\n  "1":\n    evidence:\n      - title: 利用規約\n        ${entry}\n`;
const fileTarget = (file: string, roots?: readonly string[], uri?: string) =>
  links(evidence(`file: ${file}`), roots, uri)[0]?.[1];

describe("links", () => {
  it("the service's page and those of evidence, in the order of the text, without quotes", () =>
    assert.deepEqual(
      links(`${evidence('url: "https://aoba.example.jp/terms"')}service:\n  name: あおば\n  url: HTTP://aoba.example.jp\n`),
      [
        ["https://aoba.example.jp/terms", "https://aoba.example.jp/terms"],
        ["HTTP://aoba.example.jp", "http://aoba.example.jp/"],
      ],
    ));
  it("in CRLF and in a second document", () =>
    assert.deepEqual(links("profile: 1\r\n---\r\nservice:\r\n  url: 'https://a.example.jp/申請' # 公開\r\n"), [
      ["https://a.example.jp/申請", "https://a.example.jp/%E7%94%B3%E8%AB%8B"],
    ]));
  it("once if an alias shares the evidence; at the alias if it is only the URL", () => {
    const shared =
      'assessment:\n  "1":\n    evidence: &e\n      - url: &u https://a.example.jp/\n  "2":\n    evidence: *e\n  "3":\n    evidence: [{ url: *u }]\n';
    assert.deepEqual(links(shared), [
      ["https://a.example.jp/", "https://a.example.jp/"],
      ["*u", "https://a.example.jp/"],
    ]);
  });
  for (const url of [
    "ftp://a.example.jp/",
    "javascript:alert(1)",
    "command:workbench.action.quit",
    "file:///etc/passwd",
    "https:a.example.jp",
    "https://",
    "https://[",
    '"https://a.example.jp/ 第20条"',
    "a.example.jp",
    "https",
    "[https://a.example.jp/]",
    "|\n          https://a.example.jp/",
    "",
  ]) {
    it(`no page: ${JSON.stringify(url)}`, () => assert.deepEqual(links(evidence(`url: ${url}`)), []));
  }
  it("no link elsewhere", () =>
    assert.deepEqual(links("x-url: https://a.example.jp/\nvendor:\n  name: https://a.example.jp/\n"), []));
  it("a tooltip in both languages", () => {
    const tooltips = (language: LanguageId) =>
      documentLinks(viewOf(evidence("url: https://a.example.jp/\n        file: a.pdf"), { language }), []).map(
        ({ tooltip }) => tooltip,
      );
    assert.deepEqual(tooltips("ja"), ["ウェブページを開く", "根拠のファイルを開く"]);
    assert.deepEqual(tooltips("en"), ["Open the web page", "Open the evidence file"]);
  });

  describe("files", () => {
    it("next to the profile, with the exact name", () => {
      assert.equal(fileTarget("evidence/terms.pdf"), "file:///register/profiles/evidence/terms.pdf");
      assert.equal(fileTarget("./terms.pdf"), "file:///register/profiles/terms.pdf");
      assert.equal(
        fileTarget('"証跡/第 20 条#1?100%.pdf"'),
        `file:///register/profiles/${["証跡", "第 20 条#1?100%.pdf"].map(encodeURIComponent).join("/")}`,
      );
      assert.equal(fileTarget("a/../b.pdf"), "file:///register/profiles/b.pdf");
    });
    it("elsewhere in the workspace", () => {
      for (const root of ["file:///register", "file:///register/"]) {
        assert.equal(fileTarget("../evidence/terms.pdf", [root]), "file:///register/evidence/terms.pdf");
      }
      assert.equal(fileTarget("../../other/terms.pdf", ["file:///register", "file:///other"]), "file:///other/terms.pdf");
    });
    it("on other systems", () => {
      const windows = "file:///c%3A/profiles/aoba.vendor.yaml";
      assert.equal(fileTarget("a.pdf", ["file:///c%3A/profiles"], windows), "file:///c%3A/profiles/a.pdf");
      assert.equal(fileTarget("../a.pdf", ["file:///c%3A/profiles"], windows), undefined);
      const remote = "vscode-remote://ssh-remote+host/register/aoba.vendor.yaml";
      assert.equal(fileTarget("a.pdf", [], remote), "vscode-remote://ssh-remote+host/register/a.pdf");
      assert.equal(fileTarget("a.pdf", [], "untitled:Untitled-1"), undefined);
      assert.equal(fileTarget("a.pdf", [], "no address"), undefined);
    });
    for (const file of [
      "/etc/passwd",
      "//host/share/a.pdf",
      "C:/Users/a.pdf",
      "c:a.pdf",
      "file:///etc/passwd",
      "https://a.example.jp/a.pdf",
      "evidence\\a.pdf",
      "..\\a.pdf",
      "../a.pdf",
      "a/../../a.pdf",
      "../profiles-other/a.pdf",
      '"%2e%2e/a.pdf"',
      '"%2E./a.pdf"',
      '"..%2fa.pdf"',
      '"..%5Ca.pdf"',
      '"a\\0.pdf"',
      '".\\t./a.pdf"',
      '"\\uD800.pdf"',
      ".",
      "..",
      "evidence/",
      '""',
    ]) {
      it(`no link: ${file}`, () => {
        assert.equal(fileTarget(file), undefined);
        assert.equal(fileTarget(file, ["file:///register/profiles"]), undefined);
      });
    }
    it("in a folder whose URI is spelled differently from the document's", () => {
      for (const [root, uri] of [
        ["file:///C:/w", "file:///c%3A/w/a/aoba.vendor.yaml"],
        ["file:///c%3A/w/", "file:///C:/w/a/aoba.vendor.yaml"],
        ["file:///a%2Bb", "file:///a+b/aoba.vendor.yaml"],
        ["file:///a+b", "file:///a%2Bb/aoba.vendor.yaml"],
        ["file:///台帳", "file:///%E5%8F%B0%E5%B8%B3/aoba.vendor.yaml"],
        ["file:///", "file:///a/aoba.vendor.yaml"],
        ["file:///c%3A/", "file:///C:/aoba.vendor.yaml"],
        ["file://Server/share", "file://server/share/aoba.vendor.yaml"],
      ] as const) {
        assert.equal(fileTarget("x.pdf", [root], uri), new URL("x.pdf", uri).href, `${root} ${uri}`);
      }
    });
    it("none outside the folder, however it is spelled", () => {
      for (const [root, uri] of [
        ["file:///C:/w", "file:///c%3A/w-other/aoba.vendor.yaml"],
        ["file:///C:/w", "file:///d%3A/w/aoba.vendor.yaml"],
        ["file:///w", "file:///w%2F..%2Fother/aoba.vendor.yaml"],
        ["file:///c%3A/w", "file:///c%3A/w%5C%2E%2E%5Cother/aoba.vendor.yaml"],
        ["file:///", "file://server/share/aoba.vendor.yaml"],
      ] as const) {
        assert.equal(fileTarget("x.pdf", [root], uri), undefined, `${root} ${uri}`);
      }
    });
    it("none outside all folders of the workspace", () =>
      assert.equal(fileTarget("a.pdf", ["file:///elsewhere", "not a uri"]), undefined));
  });
});
