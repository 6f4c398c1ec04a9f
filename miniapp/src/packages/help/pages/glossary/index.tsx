import { Card } from '@/shared/ui/card'
import { ClauseLink } from '@/shared/ui/clause-link'
import { Page } from '@/shared/ui/page'
import { Row } from '@/shared/ui/row'
import { glossary } from '../../texts/glossary'

/** Words of the notice and of this app. */
export default function Glossary() {
  return (
    <Page title="词语解释">
      <Card>
        {glossary.map(({ term, words, clause }) => (
          <Row key={term} title={term} caption={words}>
            {clause && <ClauseLink clause={clause} prefix="出自 " />}
          </Row>
        ))}
      </Card>
    </Page>
  )
}
