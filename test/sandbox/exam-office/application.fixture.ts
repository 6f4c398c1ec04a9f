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
