export const care = {
  replaced:
    'This record is older than the one last seen on this computer: its last change was {{last}}, and the last that was seen {{seen}}.',
  replacedByOther:
    'This record is not the one last seen on this computer: its last change was {{last}}, and the last that was seen {{seen}}.',
  noChange: 'none',
  replacedNext:
    'If you restored a backup, say so here. If not, do not work in this file; look for the newest one.',
  confirm: 'I restored a backup',
  confirmTitle: 'Keep that a backup was restored',
  confirmAsk:
    'From now on this is the record. Changes made after {{last}} in the file that was here before are not in it. What you say goes into the history and cannot be undone.',
  confirmed: 'The restored backup is in the history',
  copyFailed: 'The backup could not be made, {{at}}.',
  copyFailures: {
    diskFull:
      'The disk is full: three times the size of the record must be free. Make room; it is tried again every five minutes.',
    notWritable:
      'The folder of backups beside the record cannot be written to. Check its permissions; it is tried again every five minutes.',
    damaged:
      'A part of the record is damaged. Do not delete the backups you have; see the result of the check in Settings.',
    unexpected:
      'It is tried again every five minutes. If it keeps failing, copy the file of the record elsewhere.',
  },
  diskLow: 'Less than 200 MB of the disk is free. Make room: saving and backups may fail.',
  clockBehind:
    'The clock of this computer shows a time before {{latest}}, the latest that the record knows. Check the clock. Saving goes on, and the order of changes stays right.',
}
