/** Customers without a Latin letter in what an agent reads, one of them from right to left. */
export const languages: readonly string[] = [
  JSON.stringify({
    name: 'ليلى عبد الرحمن المنصوري',
    address: '١٢ شارع النخيل، الدور الثالث\nالمعادي، القاهرة\nمصر',
    emails: [{ normalized: 'layla@example.com', original: 'layla@example.com', primary: true }],
    phones: [
      {
        normalized: '+201001234567',
        original: '+20 100 123 4567',
        primary: true,
        regionCode: 'EG',
        smsPreference: 'ON',
        type: 'MOBILE',
      },
      { normalized: '+966115550123', original: '+966 11 555 0123', regionCode: 'SA', type: 'HOME' },
    ],
    customAttributes: {
      'فئة العضوية': 'ذهبية',
      'نقاط الولاء': 1250,
      'اللغة المفضلة': 'العربية',
      'النشرة البريدية': true,
      'آخر طلب': { 'رقم الطلب': 'ط-٢٠٩٣١', المجموع: '١٬٢٥٠٫٥٠ ج.م', 'رمز المنتج': 'BOOT-38' },
      وسوم: ['عميلة مميزة', 'توصيل سريع'],
      ملاحظات: 'تفضل التواصل مساءً.\nيرجى الاتصال قبل التوصيل على الرقم +20 100 123 4567.',
    },
    id: 'arabic-0004',
    createdAt: '2022-06-11T18:20:04.500Z',
    updatedAt: '2025-11-03T07:45:12.120Z',
  }),
  JSON.stringify({
    name: '佐藤 美咲',
    address: '〒100-0000\n東京都千代田区見本町1丁目2番3号\nサンプルマンション405号室',
    emails: [{ normalized: 'misaki@example.org', original: 'misaki@example.org', primary: true }],
    phones: [
      {
        normalized: '+819012345678',
        original: '090-1234-5678',
        primary: true,
        regionCode: 'JP',
        smsPreference: 'OFF',
        type: 'MOBILE',
      },
      { normalized: '+81355500123', original: '03-5550-0123', regionCode: 'JP', type: 'OFFICE' },
    ],
    customAttributes: {
      会員ランク: 'ゴールド',
      ポイント残高: 3480,
      フリガナ: 'サトウ ミサキ',
      メールマガジン: false,
      誕生日: '平成元年5月3日',
      最終注文: { 注文番号: '注-000123', 合計: '12,800円', 商品: ['革靴', '靴クリーム'] },
      備考: '平日の午後は電話に出られません。\n配達は土曜日の午前中を希望されています。',
    },
    id: 'japanese-0005',
    createdAt: '2020-10-01T00:00:00.000Z',
  }),
];
