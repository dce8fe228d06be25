import type { NotificationReason } from './notification.types.ts';

/** A line of a mail or digest: codes alone, what they stand for does not leave the platform. */
export interface MailLine {
  reason: keyof typeof NotificationReason;
  /** Of the event. */
  type: string;
  code: string | null;
}

const headings: Record<MailLine['reason'], string> = {
  REFERRED: 'Chuyển, tiếp nhận',
  ASSIGNED: 'Công việc được giao',
  DEADLINE: 'Thời hạn',
  ANSWERED: 'Trả lời và đánh giá trả lời',
  INVITED: 'Mời tham gia vụ việc',
  MENTIONED: 'Được nhắc đến trong trao đổi',
  MATCHED: 'Nghi trùng với nội dung của cơ quan khác',
  FOLLOWED: 'Nội dung đang theo dõi',
};

/** The inbox as a text in Vietnamese: by reason, each object once with how often it was told of. */
export function renderLines(lines: readonly MailLine[]): string {
  if (lines.length === 0) return 'Không có thông báo mới.';
  const parts = Object.entries(headings).flatMap(([reason, heading]) => {
    const codes = countsOf(lines.filter((line) => line.reason === reason));
    if (codes.size === 0) return [];
    return [
      `${heading}:`,
      ...[...codes].map(([code, count]) => `  - ${code}${count > 1 ? ` (${count} lần)` : ''}`),
      '',
    ];
  });
  return parts.join('\n').trimEnd();
}

function countsOf(lines: readonly MailLine[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of lines) if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

export interface MailContent {
  kind: 'AT_ONCE' | 'DAILY_DIGEST';
  office: string;
  /** Local date, `YYYY-MM-DD`. */
  onDate: string;
  lines: readonly MailLine[];
}

export function renderMail({ kind, office, onDate, lines }: MailContent): { subject: string; text: string } {
  const day = onDate.split('-').toReversed().join('/');
  const subject =
    kind === 'AT_ONCE'
      ? `Liên Thông: ${lines.length} thông báo mới`
      : `Liên Thông: tổng hợp thông báo ngày ${day} (${lines.length})`;
  const text = [
    `Kính gửi: ${office}`,
    '',
    renderLines(lines),
    '',
    'Nội dung chi tiết chỉ xem được trên hệ thống, theo quyền của cơ quan.',
    '',
  ].join('\n');
  return { subject, text };
}
