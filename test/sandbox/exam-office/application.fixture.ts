import { createHash } from 'node:crypto'
import { personOf } from '../people'

/** A sample application as the service would send it. */
export function sampleApplication(
  idDigest: (idNumber: string) => string,
  person = 'li',
  id = `application-of-${person}`,
) {
  const { name, phone, idNumber, facts = {} } = personOf(person)
  const at = '2023-03-20T02:00:00.000Z'
  return {
    campaign: 'jiaozuo-2023',
    applicationId: id,
    submittedAt: at,
    content: {
      grade: 3,
      occupation: 'storekeeper',
      person: { idDigest: idDigest(idNumber), idNumber, name, phone },
      unit: { code: 'sample-city-service', name: '示例·市直后勤服务中心' },
      district: 'city',
      facts,
      verdict: {
        verdict: 'eligible',
        route: 'work-years',
        criteria: [
          {
            id: 'work-years',
            clause: '二(二)4',
            quote: '工作年限 18 年（含）以上',
            outcome: 'met',
            needed: 18,
            actual: 18,
          },
        ],
        openReadings: [],
        manualRoutes: [],
        warnings: [],
        pack: 'jiaozuo-2023',
        pins: {},
        computedAt: at,
      },
      opinions: [{ by: 'unit', decision: 'approved', name: '示例·市直后勤服务中心', contact: '示例·张经办', at }],
      documents: [],
      promises: [],
      workExperience: [{ from: '2005-09', employer: '示例·市直后勤服务中心', post: '保管工' }],
      declaration: { version: '1', acceptedAt: at },
    },
  }
}

/** The first bytes of a JPEG and some of its own; the office looks no further. */
export function samplePage(words: string): Buffer {
  return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(words)])
}

/** As a list names it. */
export function listed(id: string, bytes: Buffer, kind = 'id-card', page = 1) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id, kind, page, mediaType: 'image/jpeg', bytes: bytes.length, sha256 }
}

/** Headers of the PUT that brings these bytes. */
export function pageHeaders(bytes: Buffer): Record<string, string> {
  const digest = createHash('sha256').update(bytes).digest('base64')
  return { 'content-type': 'image/jpeg', 'content-digest': `sha-256=:${digest}:` }
}
