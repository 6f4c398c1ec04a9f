import { type Failure } from '../api/failure'
import { goBack } from '../navigation'
import { signIn } from '../session/session'
import { failureText } from '../texts/errors'
import { EmptyState } from './empty-state'
import { Page } from './page'

interface Props {
  title: string
  failure: Failure
  onRetry: () => void
  back?: 'none' | (() => void)
}

/** Trying again changes nothing. */
const closed = new Set<string>(['not-your-unit', 'not-found', 'not-a-contact'])

/** What failed instead of the content, and the way on. */
export const FailureState = ({ failure, onRetry }: Pick<Props, 'failure' | 'onRetry'>) => {
  const toSignIn = failure.code === 'sign-in-needed' || failure.code === 'refresh-invalid'
  const action = toSignIn
    ? { label: '微信登录', onPress: () => void signIn().then(onRetry) }
    : closed.has(failure.code)
      ? { label: '返回', onPress: goBack }
      : { label: '再试一次', onPress: onRetry }
  const title = toSignIn ? '请先登录' : '没有打开'
  const text = toSignIn ? '登录后能看到您的申报和进展。您填的都还在。' : failureText(failure)
  return <EmptyState title={title} text={text} action={action} />
}

export const FailurePage = ({ title, failure, onRetry, back }: Props) => (
  <Page title={title} {...(back ? { back } : {})}>
    <FailureState failure={failure} onRetry={onRetry} />
  </Page>
)
