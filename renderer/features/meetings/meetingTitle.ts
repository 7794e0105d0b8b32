export { meetingTitle } from '../../../shared/meeting/meetingTitle.ts'
