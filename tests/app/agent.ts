import type { Locator, Page } from '@playwright/test'
import { calls as callsEn } from '#renderer/words/en/calls.ts'
import { common as commonEn } from '#renderer/words/en/common.ts'
import { courier as courierEn } from '#renderer/words/en/courier.ts'
import { frame as frameEn } from '#renderer/words/en/frame.ts'
import { practice as practiceEn } from '#renderer/words/en/practice.ts'
import { problems as problemsEn } from '#renderer/words/en/problems.ts'
import { queue as queueEn } from '#renderer/words/en/queue.ts'
import { terms as termsEn } from '#renderer/words/en/terms.ts'
import { ticketing as ticketingEn } from '#renderer/words/en/ticketing.ts'
import { work as workEn } from '#renderer/words/en/work.ts'
import { calls } from '#renderer/words/id/calls.ts'
import { common } from '#renderer/words/id/common.ts'
import { courier } from '#renderer/words/id/courier.ts'
import { frame } from '#renderer/words/id/frame.ts'
import { practice } from '#renderer/words/id/practice.ts'
import { problems } from '#renderer/words/id/problems.ts'
import { queue } from '#renderer/words/id/queue.ts'
import { terms } from '#renderer/words/id/terms.ts'
import { ticketing } from '#renderer/words/id/ticketing.ts'
import { work } from '#renderer/words/id/work.ts'
import { demoPassword } from './demo.ts'

/** The words on the screen, by which tests find what they press. */
export const vocabulary = {
  id: { common, courier, frame, problems, queue, terms, ticketing, work, calls, practice },
  en: {
    calls: callsEn,
    common: commonEn,
    courier: courierEn,
    frame: frameEn,
    practice: practiceEn,
    problems: problemsEn,
    queue: queueEn,
    terms: termsEn,
    ticketing: ticketingEn,
    work: workEn,
  },
}

interface Ending {
  readonly reason: string
  readonly disposition: keyof typeof terms.disposition
  readonly note?: string
  readonly ticket?: string
}

/** What an agent does at the console, in the words of the screen. */
export function agentAt(page: Page, language: keyof typeof vocabulary = 'id') {
  const { common, frame, terms, work } = vocabulary[language]
  const field = (label: string): Locator => page.getByLabel(label, { exact: true })
  const agent = {
    page,
    async enrol(code: string, name = 'Loket 1'): Promise<void> {
      await agent.askToEnrol(code, name)
      await field(frame.signIn.password).waitFor()
    },
    /** As far as an agent gets where headquarters may say no. */
    async askToEnrol(code: string, name = 'Loket 1'): Promise<void> {
      await field(frame.enrol.code).fill(code)
      await field(frame.enrol.name).fill(name)
      await page.keyboard.press('Enter')
    },
    async signIn(username: string, password = demoPassword): Promise<void> {
      await agent.askToSignIn(username, password)
      await page.getByTestId('sync-pill').waitFor({ timeout: 120_000 })
    },
    /** As far as a person gets who may be refused. A desk that knows one person takes it to be this one. */
    async askToSignIn(username: string, password = demoPassword): Promise<void> {
      const stranger = page.getByRole('button', { name: frame.signIn.someoneElse })
      await field(frame.signIn.password).or(stranger).first().waitFor()
      if (await stranger.isVisible()) {
        const known = page.getByRole('button', { name: username })
        await ((await known.isVisible()) ? known : stranger).click()
        await field(frame.signIn.password).waitFor()
      }
      if (await field(frame.signIn.username).isVisible()) await field(frame.signIn.username).fill(username)
      await field(frame.signIn.password).fill(password)
      await page.keyboard.press('Enter')
    },
    /** For whoever is not the one person whom this desk takes for granted. */
    async notMe(): Promise<void> {
      await page.getByRole('button', { name: frame.signIn.notYou }).click()
    },
    async lock(): Promise<void> {
      await page.keyboard.press('Control+l')
      await page.getByRole('heading', { name: frame.signIn.unlock }).waitFor()
    },
    async register(name: string, phone: string): Promise<void> {
      await page.keyboard.press('Alt+b')
      await field(work.register.name).fill(name)
      await field(work.register.phone).fill(phone)
      await page.keyboard.press('Control+Enter')
      await page.getByRole('heading', { name }).waitFor()
    },
    async find(text: string): Promise<void> {
      await page.keyboard.press('Alt+2')
      await field(work.search.field).fill(text)
      await page
        .getByRole('option')
        .or(page.getByRole('row'))
        .or(page.getByRole('gridcell'))
        .first()
        .waitFor()
      await page.keyboard.press('Enter')
      await field(work.search.field).waitFor({ state: 'detached' })
    },
    async contact({ reason, disposition, note, ticket }: Ending): Promise<void> {
      // F4 beside a contact that has just ended looks for the next customer; this one is still here.
      const ended = page.getByRole('complementary').getByRole('button', { name: common.close })
      if (await ended.isVisible()) await ended.click()
      await page.keyboard.press('F4')
      await choose(page, work.contact.reason, reason)
      if (note !== undefined) await page.locator('#contact-note').fill(note)
      if (ticket !== undefined) {
        await page.getByLabel(work.contact.withTicket).check()
        await page.locator('#contact-subject').fill(ticket)
      } else await choose(page, work.contact.disposition, terms.disposition[disposition])
      await page.keyboard.press('Control+Enter')
      await page.getByRole('complementary').getByText(work.contact.done).waitFor()
    },
    async amendPhone(to: string): Promise<void> {
      await page.getByRole('button', { name: work.customer.edit(terms.field.phone) }).click()
      await page.getByRole('textbox', { name: terms.field.phone }).fill(to)
      await page.keyboard.press('Enter')
      await page.getByText(work.customer.savedHere).first().waitFor()
    },
    async moveTicket(to: keyof typeof terms.ticketStatus, note: string): Promise<void> {
      await page.getByRole('button', { name: terms.ticketStatus[to], exact: true }).click()
      await field(work.ticket.moveNote).fill(note)
      await page.keyboard.press('Control+Enter')
      await page.getByText(note).waitFor()
    },
  }
  return agent
}

/** Picks from a list that is typed into. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const input = page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
  await input.click()
  await input.fill(option)
  await page.getByRole('option', { name: option }).first().click()
}
