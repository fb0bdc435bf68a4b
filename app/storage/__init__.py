"""The only SQL of the house: functions that take a Session. They never commit; `app.db.transaction` does.

Rows that more than one transaction may touch are locked in this order: batch, job, connection, user, the quota's day. A batch
that is ready is the dispatcher's alone, and one that is queued is never locked by who waits for a job: those two may come later.
"""
