import { config } from 'zod'

// A page's security policy runs no text as code, and zod tries to as soon as a schema is made. So this module comes
// before every schema in a page; the record thread, which checks much more, does not load it.
config({ jitless: true })
