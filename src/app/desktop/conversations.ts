/** Where a message came in. */
export type Channel = 'chat' | 'email' | 'sms' | 'phone';

export interface Message {
  from: 'customer' | 'agent';
  text: string;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Conversation {
  id: string;
  customerId: string;
  /** What the desktop knows the customer as, which may not be what the profile says. */
  customerName: string;
  channel: Channel;
  topic: string;
  /** The language of the messages, where it is not the page's. */
  lang?: string;
  /** How many messages the agent has not seen. */
  unread: number;
  messages: readonly Message[];
}

type Line = readonly [from: Message['from'], minutesAgo: number, text: string];
type Script = Omit<Conversation, 'messages'> & { lines: readonly Line[] };

const minuteMs = 60_000;

/** The demo's open conversations, the longest waiting of them not always first, as they stand at `now`. */
export function openConversations(now: number): readonly Conversation[] {
  return scripts.map(({ lines, ...conversation }) => ({
    ...conversation,
    messages: lines.map(([from, minutesAgo, text]) => ({
      from,
      text,
      at: now - minutesAgo * minuteMs,
    })),
  }));
}

// Everybody here is invented, and goes with the emulator's customer of the same id.
const scripts: readonly Script[] = [
  {
    id: 'boots',
    customerId: 'maya-lindqvist-0001',
    customerName: 'Maya Lindqvist',
    channel: 'chat',
    topic: 'Exchange of EO-20931',
    unread: 0,
    lines: [
      [
        'customer',
        11,
        'Hello! The Chelsea boots from my last order are lovely, but half a size too big.',
      ],
      ['customer', 11, 'Could I swap them for a 37.5? I have not worn them outside.'],
      [
        'agent',
        9,
        'Hi Maya, of course. I can see order EO-20931 and there are two pairs left in 37.5, so I have put one aside for you.',
      ],
      [
        'agent',
        8,
        'Shall we collect the old pair from Harbour Lane, or would you rather bring it to a store?',
      ],
      [
        'customer',
        4,
        'Collecting would be great. Any morning this week, but please ring the lower bell.',
      ],
    ],
  },
  {
    id: 'late-parcel',
    customerId: 'OOrlNMXeS72gs_WEX2TtMg',
    customerName: 'Martha J Williams',
    channel: 'email',
    topic: 'Where is my parcel?',
    unread: 1,
    lines: [
      [
        'customer',
        52,
        'Good morning,\n\nmy parcel was due on Tuesday. The tracking page has said “out for delivery” for two days now. Could you find out where it is? It is a birthday present for Saturday.\n\nKind regards,\nMartha Williams',
      ],
    ],
  },
  {
    id: 'evening-delivery',
    customerId: 'arabic-0004',
    customerName: 'ليلى عبد الرحمن المنصوري',
    channel: 'chat',
    topic: 'Delivery in the evening',
    lang: 'ar',
    unread: 2,
    lines: [
      ['customer', 21, 'مساء الخير، هل يمكن تغيير موعد توصيل الطلب ط-٢٠٩٣١ إلى المساء؟'],
      [
        'agent',
        17,
        'مساء النور أستاذة ليلى. نعم، يمكن التوصيل غدًا بين السادسة والتاسعة مساءً. هل يناسبك ذلك؟',
      ],
      ['customer', 14, 'نعم، يناسبني تمامًا.'],
      ['customer', 13, 'يرجى الاتصال قبل الوصول على الرقم ‎+20 100 123 4567 لأن جرس الباب معطل.'],
    ],
  },
  {
    id: 'shoe-cream',
    customerId: 'japanese-0005',
    customerName: '佐藤 美咲',
    channel: 'email',
    topic: 'Shoe cream missing from 注-000123',
    lang: 'ja',
    unread: 1,
    lines: [
      [
        'customer',
        96,
        'お世話になっております。佐藤です。\n\n先日注文した商品(注-000123)が届きましたが、革靴のみで靴クリームが入っていませんでした。ご確認いただけますでしょうか。\n\nよろしくお願いいたします。',
      ],
      [
        'agent',
        71,
        '佐藤様\n\nご不便をおかけして申し訳ございません。倉庫に確認のうえ、本日中にご連絡いたします。',
      ],
      ['customer', 34, 'ありがとうございます。配達は土曜日の午前中を希望します。'],
    ],
  },
  {
    id: 'event-order',
    customerId: 'crowded-0003',
    customerName: 'Adaeze Okafor',
    channel: 'email',
    topic: 'Forty place settings, three addresses',
    unread: 0,
    lines: [
      [
        'customer',
        1570,
        'Hi, I am ordering for an event again: 40 place settings in “Fjord blue”, 40 linen napkins and 12 table lamps. They go to three addresses. Is it all in stock?',
      ],
      [
        'agent',
        1548,
        'Good to hear from you again. Napkins and lamps are in stock. Of the place settings 32 are here, and the remaining 8 arrive on Thursday.',
      ],
      ['customer', 1531, 'Thursday works if they leave the same day. The event is on Sunday.'],
      ['agent', 1526, 'They would. Which lines go to which address?'],
      [
        'customer',
        1490,
        'Here you go:\n\n1. Chicago: 20 place settings, 20 napkins, 6 lamps\n2. Oak Park: 12 place settings, 12 napkins, 4 lamps\n3. Montréal: the rest\n\nThe third needs the customs form. Last time it was missing and the parcel went back.',
      ],
      [
        'agent',
        1483,
        'Thank you. I have split the order in three and noted the customs form on the third.',
      ],
      ['customer', 214, 'I got three invoices now. Can they be one? Our bookkeeping insists.'],
      [
        'agent',
        201,
        'Yes. I have asked accounts to replace the three with one; it will come to the orders@ address.',
      ],
      ['customer', 188, 'Perfect. And the lamps have bulbs included?'],
      ['agent', 180, 'They do: warm white, 2700 K, one spare for every four lamps.'],
      [
        'customer',
        66,
        'One more thing: somebody rang me at the old office number. Please take it off my profile.',
      ],
      ['agent', 61, 'Which of them is it? There are eighteen numbers on your profile.'],
      ['customer', 48, 'Eighteen! The one that ends in 0104. Keep the mobile first.'],
    ],
  },
  {
    id: 'hello',
    customerId: 'only-an-id-0002',
    customerName: 'Visitor 0002',
    channel: 'chat',
    topic: 'New chat',
    unread: 1,
    lines: [['customer', 1, 'hi?']],
  },
  {
    id: 'old-account',
    customerId: 'merged-away-0007',
    customerName: 'M. Lindqvist',
    channel: 'sms',
    topic: 'Points of an old account',
    unread: 0,
    lines: [
      ['customer', 43, 'Hi, I had a second account with my old number. Did its points move over?'],
      ['agent', 40, 'Hello! Let me look at how the two accounts were joined.'],
      ['customer', 38, 'Thx. Should be about 300'],
    ],
  },
  {
    id: 'data-export',
    customerId: 'every-json-0006',
    customerName: 'Robin “Every” O’Json',
    channel: 'phone',
    topic: 'Call about an import of old records',
    unread: 0,
    lines: [
      [
        'customer',
        27,
        'Voicemail, 0:34: “Hello, Robin here. My records were moved over from your old system, and some of them look odd now. Could somebody read them to me and ring me back?”',
      ],
    ],
  },
  {
    id: 'gift-wrapping',
    customerId: 'cust-wilhelmina',
    customerName:
      'Wilhelmina Anneliese Featherstonehaugh-Cholmondeley von Hohenstaufen-Württemberg',
    channel: 'sms',
    topic: 'Gift wrapping',
    unread: 0,
    lines: [
      ['customer', 190, 'Please have Theo wrap all six. Silver paper, no cards'],
      ['agent', 184, 'With pleasure. He has them on his table now; a picture will follow.'],
    ],
  },
  {
    id: 'silver-card',
    customerId: 'broken-0009',
    customerName: 'Bruno Broken',
    channel: 'email',
    topic: 'Membership card does not scan',
    unread: 0,
    lines: [
      [
        'customer',
        310,
        'Dear team, my silver card is refused at the till since Monday: “profile cannot be read”. Is something broken on your side? Bruno',
      ],
    ],
  },
];
