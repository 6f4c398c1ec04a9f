import { useStored } from '../storage/stored'
import { tokens } from './tokens'

/** The account signed in on this phone as of the last answer, or undefined. */
export const useAccount = () => useStored(tokens)?.account
