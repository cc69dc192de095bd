import type { AnswerKind } from "../../answer-kind.ts";
import type { Expected } from "../../cell-problem.ts";
import type { QuestionnaireMessages } from "../questionnaire-messages.ts";

const EXPECTED: Readonly<Record<AnswerKind, string>> = {
  text: "名称などをご記入ください（ない場合や分からない場合は空欄）",
  choice: "一覧からお選びください",
  "long-choice": "一覧からお選びください",
  "open-choice": "一覧からお選びになるか、「名称-鍵長-利用モード」の形（例: AES-256-GCM）でご記入ください",
  boolean: "「はい」か「いいえ」でご記入ください",
  date: "日付（例: 2026-10-01）をご記入ください",
  integer: "数字（例: 5）をご記入ください",
  "corporate-number": "13桁の法人番号をご記入ください（先頭の検査用の数字も合うもの）",
};

const FORMATS = {
  xls: "古い形式のExcelファイル（.xls）です。Excelで開き、「Excel ブック（.xlsx）」として保存し直してください",
  xlsb: "Excelのバイナリ形式（.xlsb）です。「Excel ブック（.xlsx）」として保存し直してください",
  ods: "OpenDocumentの表計算ファイル（.ods）です。「Excel ブック（.xlsx）」として保存し直してください",
  docx: "Wordの文書です。質問票のExcelファイル（.xlsx）を指定してください",
  pptx: "PowerPointの文書です。質問票のExcelファイル（.xlsx）を指定してください",
  pdf: "PDFです。質問票のExcelファイル（.xlsx）を指定してください",
  zip: "ZIPファイルです。中の質問票（.xlsx）を取り出して指定してください",
};

/** What became of the marks, and what to do. */
const STRIPPED =
  "取り込みに使う非表示の行と列（1行目とA列）が削除されています（Excelの「ドキュメント検査」などによる）。削除する前のファイルを受け取るか、新しい質問票への記入を依頼してください";

/** 「A、B、C など」 */
const few = (texts: readonly string[]) => (texts.length <= 8 ? texts.join("、") : `${texts.slice(0, 6).join("、")} など`);

/** The choices; of a long list, only an example. */
const choicesOf = ({ expected, choices }: Expected) => {
  if (choices.length === 0) return "";
  return expected === "long-choice" ? `。例: ${choices[0]}` : `: ${few(choices)}`;
};

/** The texts and messages of the questionnaire in Japanese. */
export const questionnaire: QuestionnaireMessages = {
  title: "クラウドサービス質問票",
  subtitle: (standard, city) => `${city.ja}「${standard.ja}」に基づく確認`,
  forClass: (title) => `対象: ${title}の情報を扱う場合。「要否」の欄は、この分類についてのものです`,
  sheets: { guide: "はじめに", questions: "質問票", checks: "市の確認", evidence: "市の根拠資料", other: "その他" },
  guide: [
    [
      "この質問票について",
      "クラウドサービスが市の基準に合うかを確認するため、サービスについての事実を事業者の方にお尋ねするものです。",
      "基準を満たすかどうかをご記入いただく必要はありません。ご記入いただいた事実から、市が判定します。",
    ],
    [
      "記入のしかた",
      "色の付いた欄にご記入ください。一覧のある欄では、欄を選ぶと右に出る ▼ からお選びください。",
      "「質問票」のほか、表の形のシート（基盤、通信経路、保存先、認証取得）にもご記入ください。表には、一行に一つずつご記入ください。",
      "行が足りないときは、その欄の行の間に行を挿入してください。",
      "分からないこと、お答えになれないことは空欄のままにしてください。空欄は「未記載」となり、基準を満たすものとは扱いません。",
      "「一つもない」ことは空欄と異なります。そのときは、一覧から「一つもない」をお選びください。",
      "回答に添えたいことは「補足」の欄にご記入ください。補足は人が読むためのもので、判定には使いません。",
      "日付は 2026-10-01 のようにご記入ください。数式と取消線は使わないでください。",
    ],
    [
      "市の記入欄",
      "「市の」で始まるシートには市が記入します。「その他」のシートは変更しないでください。",
      "このファイルにマクロはありません。非表示の行と列は、回答を取り込むための目印です。削除しないでください。シートの複製もお控えください。",
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
  noneOf: (title) => `${title}が一つもない場合だけ、右の欄で「一つもない」をお選びください`,
  how: (kind, isList, canBeNone) => {
    const one = {
      text: isList ? "一つの欄に一つずつご記入ください。" : "",
      choice: isList ? "一つの欄に一つずつ、一覧からお選びください。" : "一覧からお選びください。",
      "long-choice": `${isList ? "一つの欄に一つずつ、" : ""}一覧からお選びになるか、一覧にある名前をご記入ください。`,
      "open-choice": "一覧からお選びになるか、同じ形でご記入ください。",
      boolean: "",
      date: "例: 2026-10-01",
      integer: "数字でご記入ください。",
      "corporate-number": "",
    }[kind];
    return one + (canBeNone ? "一つもない場合は「一つもない」とご記入ください。" : "");
  },
  eachRow: (title) => `${title}を一行に一つずつ、すべてご記入ください。`,
  serves: (rows) => (rows.length === 0 ? "" : `要件 ${rows.join("・")} に関わります。`),
  rows: (numbers) => numbers.join("・"),
  row: ({ no, label }) => `${no} ${label.ja}`,
  forCity: "このシートには市が記入します。事業者の方は記入しないでください。",
  otherNote: "質問票に欄のない内容です。取り込むときに元の場所へ戻すため、変更しないでください。",
  notAChoice: ["一覧にない回答", "一覧からお選びください。当てはまるものがない場合は空欄にし、「補足」にご記入ください。"],
  asked: {
    "prepared.by": ["この質問票に記入した会社・部署", "例: 株式会社○○ 情報セキュリティ室"],
    "prepared.date": ["記入した日"],
    "vendor.name": ["サービスを提供する事業者の名称", "契約の相手となる会社の正式な名称"],
    "vendor.corporateNumber": ["事業者の法人番号", "13桁の数字。国外の事業者などで、ない場合は空欄にしてください"],
    "vendor.country": ["事業者の本店がある国"],
    "service.name": ["サービスの名称"],
    "service.url": ["サービスを紹介するページのURL"],
    "service.description": ["サービスの内容", "一文でご記入ください"],
    "infrastructure.name": ["基盤の事業者名", "サービスが載っているIaaS・PaaSの事業者"],
    "infrastructure.service": ["基盤のサービス名"],
    "infrastructure.regions": ["使っている地域", "例: 東京、大阪"],
    "information.classification": ["扱う情報の重要性分類", "扱う情報のうち最も高いもの。市に確かめてお選びください"],
    "information.personal": ["個人情報を扱うか"],
    "information.items": ["扱う情報の項目", "例: 氏名、住所"],
    "contract.governingLaw": ["契約に適用される法は、どの国の法か", "利用規約などの「準拠法」の条に書かれている国"],
    "contract.domesticCourt": ["日本の裁判所を、争いのときの管轄裁判所に指定できるか"],
    "encryption.inTransit.path": ["どこからどこへの通信か", "例: 利用者端末 → SaaS"],
    "encryption.inTransit.protocols": [
      "使える暗号化方式",
      "この経路で使えるもののすべて。古い版も使える場合は、それもお選びください",
    ],
    "encryption.inTransit.name": ["「その他」の方式の名称"],
    "encryption.atRest.store": ["保存先の名称", "バックアップの保存先もご記入ください。例: 業務データベース"],
    "encryption.atRest.role": ["役割"],
    "encryption.atRest.cipher": [
      "暗号",
      "製品名ではなく、暗号方式の名称をご記入ください。鍵長と利用モードは分かるところまでで結構です",
    ],
    "encryption.atRest.mechanism": ["どこで暗号化するか"],
    "authentication.*.adminLogin": ["管理画面があるか", "管理画面がない場合だけお選びください。ある場合は空欄にしてください"],
    "authentication.*.factors": [
      "管理画面へのログインで、併せて使う認証の要素",
      "1回のログインで使うもの。方法を選べる場合は、最も弱い方法についてお答えください",
    ],
    "authentication.*.twoStep": ["ID・パスワードの後に、追加の認証があるか"],
    "authentication.*.lockout": ["ログインに一定回数失敗すると、ロックなどの防護が働くか"],
    "authentication.*.lockoutAttempts": ["何回の失敗で働くか"],
    "dataLocation.primary": ["データを保存する国", "バックアップを除くすべて"],
    "dataLocation.backups": ["バックアップを保存する国", "バックアップを取らない場合は「一つもない」とご記入ください"],
    "dataLocation.overseas.consent.obtainedAtUse": ["利用時に、国外での保存について本人の同意を得るか"],
    "dataLocation.overseas.consent.informs": ["同意を得るときに、本人に伝える情報"],
    "dataLocation.overseas.classifications": ["国外に保存する情報の重要性分類"],
    "dataLocation.overseas.encryptionKey.origin": ["暗号鍵は誰が生成するか"],
    "dataLocation.overseas.encryptionKey.dedicated": ["暗号鍵は市の専用か"],
    "dataLocation.overseas.encryptionKey.custody": [
      "暗号鍵はどこで保管するか",
      "使える鍵の写しのすべてについてお答えください。国外で他者が持つ写しが一つでもある場合は「国外」です",
    ],
    "certifications.scheme": ["認証制度"],
    "certifications.holder": ["取得者", "認証を受けている者。サービスが載る基盤の認証は「IaaS・PaaS事業者」"],
    "certifications.number": ["登録番号"],
    "certifications.name": ["「その他」の認証の名称"],
    "certifications.edition": ["規格の版"],
    "certifications.scope": ["認証の範囲"],
    "certifications.expires": ["有効期限"],
    "certifications.renewalPending": ["更新手続中か"],
    "erasure.*.method": ["データを消去する方法", "保存先によって異なる場合は、最も弱い方法"],
    "erasure.*.guideline": ["消去が従う指針"],
    "erasure.*.performedBy": ["消去する者"],
    "erasure.*.encryptedSinceFirstWrite": ["最初に書き込む前から、暗号化しているか", "暗号化消去の場合にお答えください"],
    "erasure.*.allKeyCopiesDestroyed": ["暗号鍵の写しを、すべて破棄するか", "暗号化消去の場合にお答えください"],
    "erasure.standardDeletionAtTermination": ["契約が終わるときに、サービスの標準の機能でデータを消去するか"],
  },
  meaning: (title, meaning) => `${title}: ${meaning}`,
  within: (titles) => titles.join("・"),

  place: (sheet, address) => (address === "" ? `「${sheet}」` : `「${sheet}」!${address}`),
  problem: (problem) => {
    const { found } = problem;
    switch (problem.kind) {
      case "unread": {
        const { fact, expected, minimum, canBeNone } = problem;
        const least = minimum === undefined ? "" : `${minimum}以上の`;
        const none = canBeNone ? "。一つもない場合は「一つもない」とご記入ください" : "";
        return `「${found}」は「${fact.ja}」の回答として読み取れません。${least}${EXPECTED[expected]}${choicesOf(problem)}${none}`;
      }
      case "struck":
        return problem.standing === ""
          ? `「${found}」は、取消線が引かれているため読み取りませんでした。取り消す回答は削除し、正しい回答だけをご記入ください`
          : `「${found}」には取消線が引かれているため、残りの「${problem.standing}」だけを読み取りました。取り消す文字は削除してください`;
      case "formula":
        return `数式「=${problem.formula}」（表示「${found}」）は、回答として読み取りません。値をご記入ください`;
      case "unplaced":
        return `「${found}」は、どの質問の回答か分かりません`;
      case "merged":
        return "セルが結合されています。左上のセルの回答だけを読み取りました";
      case "contradiction":
        return `「${found}」は、「${problem.fact.ja}」のほかの回答と食い違います。どちらも読み取りませんでした`;
      case "copies":
        return `「${found}」は、同じ質問のシート（${few(problem.sheets)}）の間で回答が異なるため、読み取りませんでした。正しいシートだけを残してください`;
      case "keyless":
        return `「${found}」は、どの要件についてのものか分かりません。要件の番号をお選びください`;
      case "stripped":
        return `${STRIPPED}。このシートの回答は読み取りませんでした`;
      case "missing":
        return `「${problem.fact.ja}」の回答がありません。必ずご記入ください`;
      case "misfit":
        return `「${found}」は、プロファイルの書き方に合わないまま取り込みました。YAMLで直してください`;
    }
  },
  remark: (text) => `補足: ${text}`,
  note: (place, text) => `${place} のメモ: ${text}`,
  pictures: "図形と画像は読み取りません",
  madeFrom: (file) => `質問票 ${file} から作成`,
  leftOver: "質問票から読み取れなかったもの",
  importError: (importError) => {
    switch (importError.kind) {
      case "too-large":
        return `大きすぎます（${importError.mebibytes} MiBまで）`;
      case "bomb":
        return `中身が大きすぎます（展開して ${importError.mebibytes} MiBまで）。質問票ではありません`;
      case "encrypted":
        return "パスワードで保護されています。保護を外して保存し直してください";
      case "other-format":
        return FORMATS[importError.format];
      case "text":
        return "Excelファイル（.xlsx）ではなく、テキスト（CSVなど）です。質問票のExcelファイルを指定してください";
      case "empty":
        return "中身がありません";
      case "unknown":
        return "Excelファイル（.xlsx）ではありません";
      case "damaged":
        return "壊れているか、読み取れない形のファイルです。Excelで開いて保存し直してください";
      case "foreign":
        return `このツールで作った質問票ではありません（シート: ${few(importError.sheets)}）。質問票のExcelファイルを指定してください`;
      case "stripped":
        return STRIPPED;
      case "version":
        return `新しい版の質問票です（版 ${importError.version}）。新しい版の vendor-profile を使ってください`;
      case "too-many-cells":
        return `シート、行又は列が多すぎます（${importError.sheets}シートまで、各${importError.rows}行、${importError.columns}列まで）`;
    }
  },
};
