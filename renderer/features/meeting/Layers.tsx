import { IcsDialog } from '../calendar/IcsDialog.tsx'
import { PhraseDialog } from '../capture/PhraseDialog.tsx'
import { MeetingDialog } from '../meetings/MeetingDialog.tsx'
import { BacklogDialog } from '../backlog/BacklogDialog.tsx'
import { AgreeDialog } from '../minutes/AgreeDialog.tsx'
import { CirculateDialog } from '../minutes/CirculateDialog.tsx'
import { ConfirmDialog } from '../minutes/ConfirmDialog.tsx'
import { CorrectionDialog } from '../minutes/CorrectionDialog.tsx'
import { RefuseDialog, ReopenDialog } from '../minutes/LifeDialogs.tsx'
import { SignDialog } from '../minutes/SignDialog.tsx'
import { ActionDialog } from './ActionDialog.tsx'
import { AddDelegateDialog } from './AddDelegateDialog.tsx'
import { AdoptDialog } from './AdoptDialog.tsx'
import { AgendaItemDialog } from './AgendaItemDialog.tsx'
import { BracketDialog } from './BracketDialog.tsx'
import { CallOffDialog } from '../meetings/CallOffDialog.tsx'
import { CloseDialog } from './CloseDialog.tsx'
import { CopyDelegationDialog } from './CopyDelegationDialog.tsx'
import { DecisionDialog } from './DecisionDialog.tsx'
import { DelegateDialog } from './DelegateDialog.tsx'
import { EventDialog } from './EventDialog.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { FigureDialog } from './FigureDialog.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { type Layer, useMeeting } from './MeetingContext.ts'
import { NameVersionDialog } from './NameVersionDialog.tsx'
import { NextMeetingDialog } from './NextMeetingDialog.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { VersionsDialog } from './VersionsDialog.tsx'

/** The layer that is open above the meeting page. A thing that is gone meanwhile opens nothing. */
export function Layers({ layer, onClose }: { readonly layer: Layer; readonly onClose: () => void }) {
  const { dossier } = useMeeting()
  switch (layer.kind) {
    case 'meeting':
      return <MeetingDialog meetingId={dossier.meeting.id} onClose={onClose} onSaved={onClose} />
    case 'nextMeeting':
      return <NextMeetingDialog onClose={onClose} />
    case 'export':
      return <ExportDialog onClose={onClose} />
    case 'adopt':
      return <AdoptDialog onClose={onClose} />
    case 'close':
      return <CloseDialog question={layer.question} onClose={onClose} />
    case 'backlog':
      return (
        <BacklogDialog
          series={dossier.series}
          relationship={dossier.relationship}
          meeting={dossier.meeting}
          onClose={onClose}
        />
      )
    case 'ics':
      return (
        <IcsDialog
          what={{
            kind: 'meeting',
            meetingId: dossier.meeting.id,
            classification: dossier.meeting.classification,
          }}
          onClose={onClose}
        />
      )
    case 'item': {
      const item = dossier.agenda.find(({ id }) => id === layer.itemId) ?? null
      return <AgendaItemDialog item={item} onClose={onClose} />
    }
    case 'decision': {
      const decision = dossier.decisions.find(({ id }) => id === layer.decisionId) ?? null
      return <DecisionDialog decision={decision} itemId={layer.itemId} onClose={onClose} />
    }
    case 'action': {
      const all = [...dossier.formerActions, ...dossier.actions]
      const action = all.find(({ id }) => id === layer.actionId) ?? null
      return <ActionDialog action={action} itemId={layer.itemId} onClose={onClose} />
    }
    case 'figure':
      return <FigureDialog figureId={layer.figureId} onClose={onClose} />
    case 'delegate': {
      const delegate = dossier.delegates.find(({ id }) => id === layer.delegateId)
      return delegate ? <DelegateDialog delegate={delegate} onClose={onClose} /> : null
    }
    case 'addDelegate':
      return <AddDelegateDialog side={layer.side} onClose={onClose} />
    case 'copyDelegation':
      return <CopyDelegationDialog onClose={onClose} />
    case 'event': {
      const event = dossier.programme.find(({ id }) => id === layer.eventId) ?? null
      return <EventDialog event={event} onClose={onClose} />
    }
    case 'note': {
      const note = dossier.notes.find(({ id }) => id === layer.noteId) ?? null
      return <NoteDialog note={note} onClose={onClose} />
    }
    case 'bracket':
      return <BracketDialog onClose={onClose} />
    case 'phrase':
      return <PhraseDialog onClose={onClose} />
    case 'link':
      return <LinkDialog to={layer.to} onClose={onClose} />
    case 'versions':
      return <VersionsDialog onClose={onClose} />
    case 'nameVersion':
      return <NameVersionDialog onClose={onClose} />
    case 'circulate':
      return <CirculateDialog onClose={onClose} />
    case 'correction': {
      const correction = dossier.minutes.corrections.find(({ id }) => id === layer.correctionId) ?? null
      return <CorrectionDialog correction={correction} onClose={onClose} />
    }
    case 'refuseCorrection': {
      const correction = dossier.minutes.corrections.find(({ id }) => id === layer.correctionId)
      return correction ? <RefuseDialog correction={correction} onClose={onClose} /> : null
    }
    case 'agree':
      return <AgreeDialog onClose={onClose} />
    case 'sign':
      return <SignDialog onClose={onClose} />
    case 'reopen':
      return <ReopenDialog onClose={onClose} />
    case 'confirmPrevious':
      return <ConfirmDialog onClose={onClose} />
    case 'callOff':
      return <CallOffDialog meetingId={dossier.meeting.id} status={layer.status} onClose={onClose} />
  }
}
