import { areaLineageRows, areaRows } from '../../server/modules/areas/area.data.ts';
import {
  describeIssue,
  gazetteerOf,
  indexTerms,
  type MatchDocument,
  type MatchInput,
  type MatchWorld,
} from '../../server/modules/matches/engine/engine.ts';
import { lexiconRows } from '../../server/platform/text/lexicon.data.ts';
import { lexiconOf } from '../../server/platform/text/lexicon.ts';

const areas = areaRows();

/** A unit's id by its name: of those that bear the name, today's one. */
export function areaNamed(name: string): string {
  const found = areas.find((area) => area.name === name && area.validTo === null);
  if (!found) throw new Error(`No area is called ${name} today`);
  return found.id;
}

const knowledge = { lexicon: lexiconOf(lexiconRows()), gazetteer: gazetteerOf(areas, areaLineageRows()) };
const unread: MatchWorld = { ...knowledge, statistics: { documents: 0, frequency: () => 0 } };

let count = 0;

/** An issue as the engine sees it, with what does not matter filled in. */
export function document(text: string, rest: Partial<MatchInput> = {}): MatchDocument {
  count += 1;
  const [title = '', ...lines] = text.split('\n');
  const input: MatchInput = {
    id: `issue-${count}`,
    title,
    description: lines.join('\n'),
    place: null,
    topicCode: 'DRAINAGE',
    areaId: areaNamed('Phường Thành Sen'),
    collectedOn: '2026-03-01',
    ...rest,
  };
  return describeIssue(input, unread);
}

/** The world whose corpus is these documents. */
export function worldOf(documents: readonly MatchDocument[]): MatchWorld {
  const counts = new Map<string, number>();
  for (const term of documents.flatMap(indexTerms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  return {
    ...knowledge,
    statistics: { documents: documents.length, frequency: (term) => counts.get(term) ?? 0 },
  };
}

/** Ordinary issues of other places, so that words have a frequency. */
export const background = [
  'Trạm y tế hết thuốc\nNgười bệnh phải mua thuốc bên ngoài, đề nghị cấp thuốc kịp thời.',
  'Đèn đường hỏng\nĐèn chiếu sáng tuyến đường liên thôn không sáng hơn hai tuần nay.',
  'Rác tồn đọng\nXe thu gom đến muộn, rác chất đống bốc mùi hôi.',
  'Chậm cấp sổ đỏ\nHồ sơ cấp giấy chứng nhận quyền sử dụng đất quá hạn ba tháng.',
  'Thiếu giáo viên\nTrường mầm non thiếu giáo viên, phụ huynh lo lắng.',
  'Kênh tưới bồi lấp\nKênh nội đồng không có nước tưới cho lúa hè thu.',
  'Mất điện liên tục\nTrạm biến áp quá tải, điện chập chờn giờ cao điểm.',
  'Karaoke gây ồn\nHàng quán mở loa kéo đến khuya, người già không ngủ được.',
  'Nước máy đục\nNước sinh hoạt có cặn vàng, đề nghị kiểm tra chất lượng.',
  'Trợ cấp chậm\nNgười cao tuổi chưa nhận được trợ cấp hai tháng.',
].map((text) => document(text, { areaId: areaNamed('Xã Hương Khê'), topicCode: 'OTHER' }));
