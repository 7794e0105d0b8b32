import type { Input, Output } from '../../shared/api/contract.ts'
import type { Caller } from '../../shared/api/dispatch.ts'
import type { Fault } from '../../shared/fault.ts'
import { type MouId, OfficerId, RestrictedPaperId } from '../../shared/ids.ts'
import type { Guidelines } from '../../shared/mou/guidelines.ts'
import type { Mou } from '../../shared/mou/mou.ts'
import { isStrongPassphrase, leastCharacters } from '../../shared/passphrase.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Instant } from '../../shared/values.ts'
import { newOfficerSlot, type OfficerSlot, openOfficerSlot, randomKey } from '../store/keySlots.ts'
import { type RestrictedPaper, sealWords, unsealWords } from '../store/restrictedPaperRepository.ts'
import type { OpenRecord } from './openRecord.ts'
import { notFound, type ServiceDeps, type Writing } from './serviceDeps.ts'

/** A paper that is open in one window. The key is zeroed when it is closed, and when the record is locked. */
type Held = { readonly paperId: RestrictedPaperId; readonly key: Buffer }

/**
 * The guidelines of delegations: restricted papers, whose words are sealed under a key of their own. An officer opens
 * them with a passphrase that is not that of the record, and only if he was given access. Access that is taken away
 * does not take back the copies of the record that he already holds.
 */
export function createGuidelinesService(
  { store, records }: ServiceDeps,
  { cost, triesAt }: Pick<OpenRecord, 'cost' | 'triesAt'>,
) {
  const { mous, restrictedPapers: papers } = records
  const own = OfficerId.parse(store.officer.id)
  const desks = new Map<string, Map<MouId, Held>>()
  let turn: Promise<unknown> = Promise.resolve()

  /** One passphrase at a time: each takes much memory, and none may be tried before the one before was counted. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work, work)
    turn = mine.catch(() => {}) // whoever asked hears of it; the next one need not
    return mine
  }

  function hold(client: string, mouId: MouId, held: Held): void {
    const desk = desks.get(client) ?? new Map<MouId, Held>()
    desks.set(client, desk)
    desk.get(mouId)?.key.fill(0)
    desk.set(mouId, held)
  }

  function letGo(client: string, mouId: MouId): void {
    desks.get(client)?.get(mouId)?.key.fill(0)
    desks.get(client)?.delete(mouId)
  }

  function letGoEverywhere(mouId: MouId): void {
    for (const client of desks.keys()) letGo(client, mouId)
  }

  function clientGone(client: string): void {
    for (const { key } of desks.get(client)?.values() ?? []) key.fill(0)
    desks.delete(client)
  }

  /** What the window has open of a memorandum; refused where that is not the paper that is there. */
  function opened(
    mouId: MouId,
    client: string,
  ): Result<{ readonly mou: Mou; readonly paper: RestrictedPaper; readonly key: Buffer }, Fault> {
    const mou = mous.find(mouId)
    if (!mou) return notFound('mou')
    const paper = papers.ofMou(mouId)
    if (!paper) return notFound('guidelines')
    const held = desks.get(client)?.get(mouId)
    const mayOpen = slotOf(paper, own) !== null
    return held?.paperId === paper.id && mayOpen
      ? ok({ mou, paper, key: held.key })
      : fail({ kind: 'NoAccess' })
  }

  function slotOf({ id }: RestrictedPaper, officerId: OfficerId): OfficerSlot | null {
    return papers.access(id).find((one) => one.officerId === officerId)?.slot ?? null
  }

  function view({ id, savedAt, savedBy }: RestrictedPaper): Guidelines {
    const access = papers
      .access(id)
      .map(({ officerId, slot: { name }, givenAt }) => ({ officerId, name, givenAt }))
    return { savedAt, savedBy, access }
  }

  const newSlot = (
    paperId: RestrictedPaperId,
    officerId: OfficerId,
    name: string,
    passphrase: string,
    key: Buffer,
  ) => newOfficerSlot(paperId, { id: store.newId(), officerId, name }, passphrase, key, cost)

  /** The key of a paper by the officer's own passphrase; a wrong one makes the next wait longer. */
  async function keyOf(paper: RestrictedPaper, passphrase: string): Promise<Result<Buffer, Fault>> {
    const slot = slotOf(paper, own)
    if (!slot) return fail({ kind: 'NoAccess' })
    const tries = triesAt(paper.id)
    const waiting = tries.waitSeconds()
    if (waiting > 0) return fail({ kind: 'WrongPassphrase', waitSeconds: waiting })
    const key = await openOfficerSlot(paper.id, slot, passphrase)
    if (!key) return fail({ kind: 'WrongPassphrase', waitSeconds: tries.wrong() })
    tries.right()
    if (store.db.open) return ok(key)
    key.fill(0)
    return fail({ kind: 'RecordLocked' }) // meanwhile
  }

  return {
    /** Takes off the guidelines of a memorandum: within a change. */
    removeOfMou(mouId: MouId): void {
      const paper = papers.ofMou(mouId)
      if (paper) papers.remove(paper.id)
    },

    ofMou({ mouId }: Input<'guidelines.ofMou'>): Result<Guidelines | null, Fault> {
      if (!mous.find(mouId)) return notFound('mou')
      const paper = papers.ofMou(mouId)
      return ok(paper && view(paper))
    },

    make: (
      { mouId, passphrase }: Input<'guidelines.make'>,
      { client }: Caller,
    ): Promise<Writing<Guidelines>> =>
      inTurn(async () => {
        if (!isStrongPassphrase(passphrase)) return weak()
        const id = RestrictedPaperId.parse(store.newId())
        const key = randomKey()
        const slot = await newSlot(id, own, store.officer.name, passphrase, key)
        const made = begin(mouId, id, slot, key)
        if (made.ok) hold(client, mouId, { paperId: id, key })
        else key.fill(0)
        return made
      }),

    open: (
      { mouId, passphrase }: Input<'guidelines.open'>,
      { client }: Caller,
    ): Promise<Result<Output<'guidelines.open'>, Fault>> =>
      inTurn(async () => {
        const mou = mous.find(mouId)
        if (!mou) return notFound('mou')
        const paper = papers.ofMou(mouId)
        if (!paper) return notFound('guidelines')
        const key = await keyOf(paper, passphrase)
        if (!key.ok) return key
        const newest = papers.ofMou(mouId) // it may have been saved, or gone, meanwhile
        if (newest?.id !== paper.id) {
          key.value.fill(0)
          return notFound('guidelines')
        }
        const { revision } = newest
        const words = unsealWords(newest, key.value)
        const act = { operation: 'guidelines.open', about: mou.shortTitle, detail: { revision } }
        const logged = store.change(act, () => ok(null))
        if (!logged.ok) {
          key.value.fill(0)
          return logged
        }
        hold(client, mouId, { paperId: paper.id, key: key.value })
        return ok({ revision, words })
      }),

    close({ mouId }: Input<'guidelines.close'>, { client }: Caller): Result<null, Fault> {
      letGo(client, mouId)
      return ok(null)
    },

    save(
      { mouId, revision, words }: Input<'guidelines.save'>,
      { client }: Caller,
    ): Writing<Output<'guidelines.save'>> {
      const there = opened(mouId, client)
      if (!there.ok) return there
      const { mou, paper, key } = there.value
      if (paper.revision !== revision) return fail({ kind: 'StaleText', revision: paper.revision })
      const next = { ...paper, revision: revision + 1, ...savedNow() }
      const sealed = sealWords(next, words, key)
      const act = {
        operation: 'guidelines.save',
        about: mou.shortTitle,
        detail: { revision: next.revision },
      }
      return store.change(act, () => {
        papers.put({ ...next, sealed })
        return ok({ revision: next.revision, savedAt: next.savedAt })
      })
    },

    giveAccess: (
      { mouId, officerId, passphrase }: Input<'guidelines.giveAccess'>,
      { client }: Caller,
    ): Promise<Writing<Guidelines>> =>
      inTurn(async () => {
        if (!isStrongPassphrase(passphrase)) return weak()
        const before = opened(mouId, client)
        if (!before.ok) return before
        const name = papers.officerName(officerId)
        if (name === null) return notFound('officer')
        const slot = await newSlot(before.value.paper.id, officerId, name, passphrase, before.value.key)
        return changeAccess(mouId, client, 'guidelines.giveAccess', name, ({ id }) =>
          papers.giveAccess(id, { officerId, slot, givenAt: Instant.parse(store.now()) }),
        )
      }),

    takeAccess: (
      { mouId, officerId }: Input<'guidelines.takeAccess'>,
      { client }: Caller,
    ): Promise<Writing<Guidelines>> =>
      inTurn(async () => {
        const there = opened(mouId, client)
        if (!there.ok) return there
        const access = papers.access(there.value.paper.id)
        const taken = access.find((one) => one.officerId === officerId)
        if (!taken) return notFound('officer')
        if (access.length === 1) return fail({ kind: 'LastAccess' })
        const changed = changeAccess(mouId, client, 'guidelines.takeAccess', taken.slot.name, ({ id }) =>
          papers.takeAccess(id, officerId),
        )
        if (changed.ok && officerId === own) letGoEverywhere(mouId)
        return changed
      }),

    changePassphrase: ({
      mouId,
      passphrase,
      newPassphrase,
    }: Input<'guidelines.changePassphrase'>): Promise<Writing<null>> =>
      inTurn(async () => {
        if (!isStrongPassphrase(newPassphrase)) return weak()
        const mou = mous.find(mouId)
        if (!mou) return notFound('mou')
        const paper = papers.ofMou(mouId)
        if (!paper) return notFound('guidelines')
        const key = await keyOf(paper, passphrase)
        if (!key.ok) return key
        const slot = await newSlot(paper.id, own, store.officer.name, newPassphrase, key.value)
        key.value.fill(0)
        if (!store.db.open) return fail({ kind: 'RecordLocked' }) // meanwhile
        const act = { operation: 'guidelines.changePassphrase', about: mou.shortTitle, stays: true } as const
        return store.change(act, () => {
          if (papers.ofMou(mouId)?.id !== paper.id || !slotOf(paper, own)) return fail({ kind: 'NoAccess' })
          papers.giveAccess(paper.id, { officerId: own, slot, givenAt: Instant.parse(store.now()) })
          return ok(null)
        })
      }),

    /** Those that nobody can open any more may be removed by everybody: nothing else can be done with them. */
    remove({ mouId }: Input<'guidelines.remove'>, { client }: Caller): Writing<null> {
      const mou = mous.find(mouId)
      if (!mou) return notFound('mou')
      const paper = papers.ofMou(mouId)
      if (!paper) return notFound('guidelines')
      const there = opened(mouId, client)
      if (!there.ok && papers.access(paper.id).length > 0) return there
      const removed = store.change({ operation: 'guidelines.remove', about: mou.shortTitle }, () => {
        papers.remove(paper.id)
        return ok(null)
      })
      if (removed.ok) letGoEverywhere(mouId)
      return removed
    },

    clientGone,
    /** Zeroes every key: the record is about to be locked. */
    forgetAll(): void {
      for (const client of [...desks.keys()]) clientGone(client)
    },
  }

  /** Puts an empty paper into the record, after its slot was made: by then much may be different. */
  function begin(mouId: MouId, id: RestrictedPaperId, slot: OfficerSlot, key: Buffer): Writing<Guidelines> {
    if (!store.db.open) return fail({ kind: 'RecordLocked' })
    const mou = mous.find(mouId)
    if (!mou) return notFound('mou')
    if (papers.ofMou(mouId)) return fail({ kind: 'AlreadyThere', what: 'guidelines' })
    const bare = { id, mouId, revision: 1, ...savedNow() }
    const paper = { ...bare, sealed: sealWords(bare, '', key) }
    return store.change({ operation: 'guidelines.make', about: mou.shortTitle }, () => {
      papers.put(paper)
      papers.giveAccess(id, { officerId: own, slot, givenAt: paper.savedAt })
      return ok(view(paper))
    })
  }

  /** Changes who can open the paper. That stays: what was taken away comes back by no undo. */
  function changeAccess(
    mouId: MouId,
    client: string,
    operation: string,
    officer: string,
    work: (paper: RestrictedPaper) => void,
  ): Writing<Guidelines> {
    if (!store.db.open) return fail({ kind: 'RecordLocked' }) // meanwhile
    const there = opened(mouId, client)
    if (!there.ok) return there
    const { mou, paper } = there.value
    return store.change({ operation, about: `${mou.shortTitle}: ${officer}`, stays: true }, () => {
      work(paper)
      return ok(view(paper))
    })
  }

  function savedNow() {
    return { savedAt: Instant.parse(store.now()), savedBy: store.officer.name }
  }
}
export type GuidelinesService = ReturnType<typeof createGuidelinesService>

function weak(): Result<never, Fault> {
  return fail({ kind: 'WeakPassphrase', atLeast: leastCharacters })
}
