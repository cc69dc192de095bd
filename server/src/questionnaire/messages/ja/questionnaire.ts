import type { AnswerKind } from "../../answer-kind.ts";
import type { QuestionnaireMessages } from "../questionnaire-messages.ts";

const EXPECTED: Readonly<Record<AnswerKind, string>> = {
  text: "文字",
  choice: "一覧にある答え",
  "long-choice": "一覧にある答え",
  "open-choice": "一覧にある答え、又は「名称-鍵長-利用モード」の形（例: AES-256-GCM）",
  boolean: "「はい」か「いいえ」",
  date: "日付（例: 2026-10-01）",
  integer: "数字",
  "corporate-number": "13桁の法人番号（先頭の検査用の数字も合うもの）",
};

const FORMATS = {
  xls: "古い形式のExcelファイル（.xls）である。Excelで開き、「Excel ブック（.xlsx）」として保存し直す",
  xlsb: "Excelのバイナリ形式（.xlsb）である。「Excel ブック（.xlsx）」として保存し直す",
  ods: "OpenDocumentの表計算ファイル（.ods）である。「Excel ブック（.xlsx）」として保存し直す",
  docx: "Wordの文書である。質問票のExcelファイル（.xlsx）を指定する",
  pptx: "PowerPointの文書である。質問票のExcelファイル（.xlsx）を指定する",
  pdf: "PDFである。質問票のExcelファイル（.xlsx）を指定する",
  zip: "ZIPファイルである。中の質問票（.xlsx）を取り出して指定する",
};

/** 「A、B、C など」 */
const few = (texts: readonly string[]) => (texts.length <= 8 ? texts.join("、") : `${texts.slice(0, 6).join("、")} など`);

/** The texts and messages of the questionnaire in Japanese. */
export const questionnaire: QuestionnaireMessages = {
  title: "クラウドサービス質問票",
  subtitle: (standard, city) => `${city.ja}「${standard.ja}」に基づく確認`,
  forClass: (title) => `対象: ${title}の情報を扱う場合。「要否」の欄は、この分類についてのもの`,
  sheets: { guide: "はじめに", questions: "質問票", checks: "市の確認", evidence: "市の根拠資料", other: "その他" },
  guide: [
    [
      "この質問票について",
      "クラウドサービスが市の基準に合うかを確認するため、サービスの事実を事業者に尋ねるものである。",
      "基準を満たすかどうかを書く必要はない。事実を書けば、市がその事実から判定する。",
    ],
    [
      "記入のしかた",
      "色の付いた欄に記入する。一覧のある欄では、欄を選ぶと右に出る ▼ から選ぶ。",
      "「質問票」のほか、表の形のシート（基盤、通信経路、保存先、認証取得）にも記入する。表は一行に一つずつ書く。",
      "行が足りないときは、その欄の行の間に行を挿入する。",
      "分からないこと、答えられないことは空欄のままにする。空欄は「未記載」であり、満たすものとは扱わない。",
      "「一つもない」ことは空欄と異なる。そのときは、一覧から「一つもない」を選ぶ。",
      "答えに添えたいことは「補足」の欄に書く。補足は人が読むためのもので、判定には使わない。",
      "日付は 2026-10-01 のように書く。数式は使わない。",
    ],
    [
      "市の記入欄",
      "「市の」で始まるシートは市が記入する。「その他」のシートは書き換えない。",
      "このファイルにマクロはない。隠れた行と列は、答えを取り込むための目印であり、消さない。",
    ],
  ],
  heads: {
    row: "要件",
    need: "要否",
    question: "質問",
    answer: "回答",
    explanation: "説明",
    remark: "補足",
    place: "場所",
    content: "内容",
  },
  needs: { required: "必要", applicable: "該当時", optional: "任意" },
  yes: "はい",
  no: "いいえ",
  none: "一つもない",
  noneOf: (title) => `${title}が一つもない場合だけ、右の欄で「一つもない」を選ぶ`,
  how: (kind, isList, canBeNone) => {
    const one = {
      text: isList ? "一つの欄に一つずつ書く。" : "",
      choice: isList ? "一つの欄に一つずつ、一覧から選ぶ。" : "一覧から選ぶ。",
      "long-choice": `${isList ? "一つの欄に一つずつ、" : ""}一覧から選ぶか、一覧にある名前を書く。`,
      "open-choice": "一覧から選ぶか、同じ形で書く。",
      boolean: "",
      date: "例: 2026-10-01",
      integer: "数字で書く。",
      "corporate-number": "",
    }[kind];
    return one + (canBeNone ? "一つもないなら「一つもない」とする。" : "");
  },
  eachRow: (title) => `${title}を一行に一つずつ、すべて書く。`,
  serves: (rows) => (rows.length === 0 ? "" : `要件 ${rows.join("・")} に関わる。`),
  rows: (numbers) => numbers.join("・"),
  row: ({ no, label }) => `${no} ${label.ja}`,
  forCity: "このシートは市が記入する。事業者は記入しない。",
  otherNote: "質問票に欄のない内容である。取り込むときに元の場所へ戻すので、書き換えない。",
  notAChoice: ["一覧にない答え", "一覧から選んでください。当てはまるものがなければ空欄にし、「補足」に書いてください。"],
  asked: {
    "prepared.by": ["この質問票に記入した会社・部署", "例: 株式会社○○ 情報セキュリティ室"],
    "prepared.date": ["記入した日"],
    "vendor.name": ["サービスを提供する事業者の名称", "契約の相手となる会社の正式な名称"],
    "vendor.corporateNumber": ["事業者の法人番号", "13桁の数字。国外の事業者などで、ない場合は空欄"],
    "vendor.country": ["事業者の本店がある国"],
    "service.name": ["サービスの名称"],
    "service.url": ["サービスを紹介するページのURL"],
    "service.description": ["サービスの内容", "一文で書く"],
    "infrastructure.name": ["基盤の事業者名", "サービスが載っているIaaS・PaaSの事業者"],
    "infrastructure.service": ["基盤のサービス名"],
    "infrastructure.regions": ["使っている地域", "例: 東京、大阪"],
    "information.classification": ["扱う情報の重要性分類", "扱う情報のうち最も高いもの。市に確かめて選ぶ"],
    "information.personal": ["個人情報を扱うか"],
    "information.items": ["扱う情報の項目", "例: 氏名、住所"],
    "contract.governingLaw": ["契約に適用される法は、どの国の法か", "利用規約などの「準拠法」の条に書かれている国"],
    "contract.domesticCourt": ["日本の裁判所を、争いのときの管轄裁判所に指定できるか"],
    "encryption.inTransit.path": ["どこからどこへの通信か", "例: 利用者端末 → SaaS"],
    "encryption.inTransit.protocols": ["使える暗号化方式", "この経路で使えるもののすべて。古い版が使えるなら、それも選ぶ"],
    "encryption.inTransit.name": ["「その他」の方式の名称"],
    "encryption.atRest.store": ["保存先の名称", "バックアップの保存先も書く。例: 業務データベース"],
    "encryption.atRest.role": ["役割"],
    "encryption.atRest.cipher": ["暗号", "暗号方式の名で答える。製品名ではない。鍵長と利用モードは分かるところまででよい"],
    "encryption.atRest.mechanism": ["どこで暗号化するか"],
    "authentication.*.adminLogin": ["管理画面があるか", "管理画面がない場合だけ選ぶ。ある場合は空欄"],
    "authentication.*.factors": [
      "管理画面へのログインで、併せて使う認証の要素",
      "1回のログインで使うもの。方法を選べるなら、最も弱い方法について答える",
    ],
    "authentication.*.twoStep": ["ID・パスワードの後に、追加の認証があるか"],
    "authentication.*.lockout": ["ログインに一定回数失敗すると、ロックなどの防護が働くか"],
    "authentication.*.lockoutAttempts": ["何回の失敗で働くか"],
    "dataLocation.primary": ["データを保存する国", "バックアップを除くすべて"],
    "dataLocation.backups": ["バックアップを保存する国", "バックアップを取らない場合は「一つもない」"],
    "dataLocation.overseas.consent.obtainedAtUse": ["利用時に、国外での保存について本人の同意を得るか"],
    "dataLocation.overseas.consent.informs": ["同意を得るときに、本人に伝える情報"],
    "dataLocation.overseas.classifications": ["国外に保存する情報の重要性分類"],
    "dataLocation.overseas.encryptionKey.origin": ["暗号鍵は誰が生成するか"],
    "dataLocation.overseas.encryptionKey.dedicated": ["暗号鍵は市の専用か"],
    "dataLocation.overseas.encryptionKey.custody": [
      "暗号鍵はどこで保管するか",
      "使える鍵の写しのすべてについて答える。国外で他者が持つ写しが一つでもあれば「国外」",
    ],
    "certifications.scheme": ["認証制度"],
    "certifications.holder": ["取得者", "認証を受けている者。サービスが載る基盤の認証は「IaaS・PaaS事業者」"],
    "certifications.number": ["登録番号"],
    "certifications.name": ["「その他」の認証の名称"],
    "certifications.edition": ["規格の版"],
    "certifications.scope": ["認証の範囲"],
    "certifications.expires": ["有効期限"],
    "certifications.renewalPending": ["更新手続中か"],
    "erasure.*.method": ["データを消去する方法", "保存先によって異なるなら、最も弱い方法"],
    "erasure.*.guideline": ["消去が従う指針"],
    "erasure.*.performedBy": ["消去する者"],
    "erasure.*.encryptedSinceFirstWrite": ["最初に書き込む前から、暗号化しているか", "暗号化消去の場合に答える"],
    "erasure.*.allKeyCopiesDestroyed": ["暗号鍵の写しを、すべて破棄するか", "暗号化消去の場合に答える"],
    "erasure.standardDeletionAtTermination": ["契約が終わるときに、サービスの標準の機能でデータを消去するか"],
  },
  meaning: (title, meaning) => `${title}: ${meaning}`,
  within: (titles) => titles.join("・"),

  place: (sheet, address) => `「${sheet}」!${address}`,
  problem: (problem) => {
    switch (problem.kind) {
      case "unread": {
        const { fact, found, expected, choices } = problem;
        return `「${found}」は「${fact.ja}」の答えとして読み取れない。${EXPECTED[expected]}で答える${choices.length > 0 ? `: ${few(choices)}` : ""}`;
      }
      case "formula":
        return `数式「=${problem.formula}」（表示「${problem.found}」）は、答えとして読み取らない。値を書く`;
      case "unplaced":
        return `「${problem.found}」は、どの質問の答えか分からない`;
      case "merged":
        return "セルが結合されている。左上のセルの答えだけを読み取った";
      case "contradiction":
        return `「${problem.found}」は、「${problem.fact.ja}」のほかの答えと食い違う。どちらも答えとしない`;
      case "keyless":
        return `「${problem.found}」は、どの要件についてのものか分からない。要件の番号を選ぶ`;
    }
  },
  remark: (text) => `補足: ${text}`,
  note: (place, text) => `${place} のメモ: ${text}`,
  pictures: "図形と画像は読み取らない",
  madeFrom: (file) => `質問票 ${file} から作成`,
  leftOver: "質問票から読み取れなかったもの",
  importError: (importError) => {
    switch (importError.kind) {
      case "too-large":
        return `大きすぎる（${importError.mebibytes} MiBまで）`;
      case "bomb":
        return `中身が大きすぎる（展開して ${importError.mebibytes} MiBまで）。質問票ではない`;
      case "encrypted":
        return "パスワードで保護されている。保護を外して保存し直す";
      case "other-format":
        return FORMATS[importError.format];
      case "text":
        return "Excelファイル（.xlsx）ではなく、テキスト（CSVなど）である。質問票のExcelファイルを指定する";
      case "empty":
        return "中身がない";
      case "unknown":
        return "Excelファイル（.xlsx）ではない";
      case "damaged":
        return "壊れているか、読み取れない形のファイルである。Excelで開いて保存し直す";
      case "foreign":
        return `このツールで作った質問票ではない（シート: ${few(importError.sheets)}）。質問票のExcelファイルを指定する`;
      case "version":
        return `新しい版の質問票である（版 ${importError.version}）。新しい版の vendor-profile を使う`;
      case "too-many-cells":
        return `シート、行又は列が多すぎる（${importError.sheets}シートまで、各${importError.rows}行、${importError.columns}列まで）`;
    }
  },
};
