import type { Case } from './cases'

export const moreCases: readonly Case[] = []
